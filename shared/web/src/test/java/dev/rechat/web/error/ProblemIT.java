package dev.rechat.web.error;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.web.Api;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemIT {

    private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";

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
    void hasAllMembersOfTheContract() {
        var response = api.get("/api/v1/echo/missing?secret=1", "X-Request-Id", "my-request");

        JsonNode problem = assertProblem(response, 404, "not_found");
        assertThat(problem.toString()).isEqualTo("""
                        {"type":"about:blank","title":"Not Found","status":404,"code":"not_found",\
                        "detail":"conversation not found","instance":"/api/v1/echo/missing","request_id":"my-request"}""");
    }

    @Test
    void tellsWhenToComeBackAndRoundsUp() {
        var response = api.get("/api/v1/echo/throttled");

        assertProblem(response, 429, "rate_limited");
        assertThat(response.headers().firstValue("Retry-After")).contains("2");
    }

    @Test
    void tellsNothingAboutADefect() {
        var response = api.get("/api/v1/echo/defect");

        assertProblem(response, 500, "internal_error");
        assertThat(response.body()).doesNotContain("SELECT", "Internal\"", "Exception", "dev.rechat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/", "/nothing", "/api/v1/echo/conversations", "/api/v1/echo/a%20b"})
    void answersUnknownPathsWithoutAskingForASignIn(String path) {
        assertProblem(api.get(path), 404, "not_found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "not-an-id", "1-1-1-1-1", "%00", "01890a5d-ac96-774b-bcce-b302099a805", "%F0%9F%98%80"})
    void answersAMalformedIdInThePathAsAnUnknownOne(String id) {
        assertProblem(api.get("/api/v1/echo/conversations/" + id), 404, "not_found");
    }

    @Test
    void readsAnIdInThePath() {
        assertThat(api.get("/api/v1/echo/conversations/" + ID).body()).isEqualTo(ID);
    }

    @Test
    void namesAQueryParameterThatIsWrongOrMissing() {
        JsonNode wrong = assertProblem(api.get("/api/v1/echo/filtered?appId=x"), 400, "validation_failed");
        JsonNode missing = assertProblem(api.get("/api/v1/echo/filtered"), 400, "validation_failed");
        JsonNode notANumber = assertProblem(api.get("/api/v1/echo/list?limit=many"), 400, "validation_failed");

        assertThat(wrong.at("/errors/0/field").asText()).isEqualTo("app_id");
        assertThat(wrong.at("/errors/0/code").asText()).isEqualTo("invalid");
        assertThat(missing.at("/errors/0/code").asText()).isEqualTo("required");
        assertThat(notANumber.at("/errors/0/field").asText()).isEqualTo("limit");
    }

    @Test
    void refusesAnotherMethodAndSaysWhichAreOffered() {
        var response = api.send("/api/v1/echo/missing", request -> request.DELETE());

        assertProblem(response, 405, "method_not_allowed");
        assertThat(response.headers().firstValue("Allow"))
                .hasValueSatisfying(allowed -> assertThat(allowed).contains("GET"));
    }

    @Test
    void refusesAnotherMediaType() {
        assertProblem(api.post("/api/v1/echo", "text=hi".getBytes(UTF_8), "text/plain"), 415, "unsupported_media_type");
        assertProblem(
                api.post("/api/v1/echo", "text=hi".getBytes(UTF_8), "multipart/form-data; boundary=x"),
                415,
                "unsupported_media_type");
    }

    @Test
    void refusesToAnswerInAnotherMediaType() {
        assertProblem(api.get("/api/v1/echo/time", "Accept", "image/png"), 406, "not_acceptable");
    }

    @Test
    void refusesABodyOverTheLimit() {
        String text = "x".repeat(1024 * 1024);

        assertProblem(api.post("/api/v1/echo", "{\"text\":\"" + text + "\"}"), 413, "payload_too_large");
    }

    @Test
    void refusesABodyOverTheLimitThatDidNotSayItsLength() {
        byte[] body = ("{\"text\":\"" + "x".repeat(1024 * 1024) + "\"}").getBytes(UTF_8);

        var response = api.send(
                "/api/v1/echo",
                request -> request.header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

        assertProblem(response, 413, "payload_too_large");
    }

    @Test
    void sendsNoBodyWithAnErrorToHead() {
        var response = api.send("/api/v1/echo/missing", request -> request.method("HEAD", BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEmpty();
    }

    private static JsonNode assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.headers().firstValue("X-Request-Id")).isPresent();
        JsonNode problem = Api.json(response);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        return problem;
    }
}
