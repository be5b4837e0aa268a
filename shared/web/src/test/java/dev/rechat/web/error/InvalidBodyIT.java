package dev.rechat.web.error;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.web.Api;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidBodyIT {

    private static Api api;

    @BeforeAll
    static void start() {
        api = Api.start();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void readsAFittingBody() {
        var response = api.post("/api/v1/echo", """
                {"text":"hi","max_tokens":3,"content_parts":[{"part_name":"a"}],"inputs":{"any":{"thing":1}}}""");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("""
                        {"text":"hi","max_tokens":3,"content_parts":[{"part_name":"a"}],"inputs":{"any":{"thing":1}}}""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "{\"text\":", "{\"text\" \"hi\"}", "nonsense", "{\"text\":\"hi\"", "{\"text\":\"a\u0001b\"}"
            })
    void saysThatJsonIsMalformed(String body) {
        var response = api.post("/api/v1/echo", body);

        assertProblem(response, 400, "malformed_json");
    }

    @Test
    void saysThatInvalidUtf8IsMalformed() {
        byte[] body = "{\"text\":\"\u00e9\"}".getBytes(ISO_8859_1);

        var response = api.post("/api/v1/echo", body, "application/json");

        assertProblem(response, 400, "malformed_json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\":\"hi\",\"colour\":\"red\"} | colour | unknown_field",
                "{\"text\":\"hi\",\"maxTokens\":1} | maxTokens | unknown_field",
                "{\"text\":\"hi\",\"content_parts\":[{\"part_name\":\"a\"},{\"bad\":1}]} | content_parts[1].bad | unknown_field",
                "{\"text\":\"hi\",\"text\":\"ho\"} | text | duplicate_field",
                "{\"text\":\"hi\",\"max_tokens\":\"many\"} | max_tokens | invalid",
                "{\"text\":{\"a\":1}} | text | invalid",
                "{\"text\":\"hi\",\"app_id\":\"not-an-id\"} | app_id | invalid",
                "{\"text\":\"hi\",\"app_id\":7} | app_id | invalid",
                "{\"text\":\"hi\",\"content_parts\":[7]} | content_parts[0] | invalid",
                "{} | text | required",
                "{\"text\":null} | text | required",
                "{\"text\":\" \"} | text | required",
                "{\"text\":\"much too long\"} | text | too_long",
                "{\"text\":\"hi\",\"content_parts\":[{\"part_name\":\"\"}]} | content_parts[0].part_name | required",
            })
    void namesTheFieldThatIsWrong(String body, String field, String code) {
        var response = api.post("/api/v1/echo", body);

        JsonNode problem = assertProblem(response, 400, "validation_failed");
        JsonNode error = problem.path("errors").path(0);
        assertThat(error.path("field").asText()).isEqualTo(field);
        assertThat(error.path("code").asText()).isEqualTo(code);
        assertThat(error.path("message").asText()).isNotBlank();
        assertThat(response.body()).doesNotContain("dev.rechat", "java.", "Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"text\"", "7"})
    void saysThatTheBodyIsNoObject(String body) {
        var response = api.post("/api/v1/echo", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Api.json(response).path("code").asText()).isEqualTo("validation_failed");
        assertThat(Api.json(response).path("errors").path(0).path("field").asText())
                .isEqualTo("body");
        assertThat(response.body()).doesNotContain("dev.rechat", "java.", "Exception");
    }

    private static JsonNode assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = Api.json(response);
        assertThat(problem.path("code").asText()).as(response.body()).isEqualTo(code);
        return problem;
    }
}
