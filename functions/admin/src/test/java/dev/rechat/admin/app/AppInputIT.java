package dev.rechat.admin.app;

import static dev.rechat.admin.app.AdminServer.APPS;
import static dev.rechat.admin.app.AdminServer.DIFY;
import static dev.rechat.admin.app.AdminServer.KEY;
import static dev.rechat.admin.app.AdminServer.added;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import dev.rechat.testing.gateway.InProcess;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppInputIT {

    private final ApiClient admin = AdminServer.admin();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                | api_key:required base_url:required name:required",
                "{NAME,URL}                        | api_key:required",
                "{NAME,URL,KEY,\"model\":\"x\"}    | model:unknown_field",
                "{NAME,URL,KEY,\"mode\":\"chat\"}  | mode:unknown_field",
                "{NAME,URL,KEY,\"slug\":\"No Go\"} | slug:invalid",
                "{NAME,URL,KEY,\"slug\":\"\"}      | slug:invalid",
                "{NAME,URL,KEY,\"enabled\":[]}     | enabled:invalid",
                "{NAME,URL,\"api_key\":\"a b\"}    | api_key:invalid",
                "{NAME,URL,\"api_key\":\"键\"}      | api_key:invalid",
                "{NAME,KEY,\"base_url\":\"ftp://a.org\"} | base_url:invalid",
                "{\"name\":\"  \",URL,KEY}         | name:required"
            })
    void namesEveryFieldThatIsWrong(String template, String errors) {
        String body = template.replace("NAME", "\"name\":\"Input\"")
                .replace("URL", "\"base_url\":\"" + DIFY.uri() + "\"")
                .replace("KEY", "\"api_key\":\"" + KEY + "\"");

        ApiAnswer answer = admin.post(APPS, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("validation_failed");
        assertThat(answer.errors()).isEqualTo(errors);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\" \"}          | name:too_short",
                "{\"slug\":\"A\"}          | slug:invalid",
                "{\"api_key\":\"\"}        | api_key:invalid",
                "{\"base_url\":\"nope\"}   | base_url:invalid",
                "{\"id\":\"1\"}            | id:unknown_field"
            })
    void refusesAChangeThatCannotBe(String body, String errors) {
        String path = added("Unchanged");
        String before = admin.get(path).body();

        ApiAnswer answer = admin.patch(path, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).isEqualTo(errors);
        assertThat(admin.get(path).body()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"name\":}", "name=x", "{\"name\":\"a\"", "{\"name\":\"a\\q\"}"})
    void refusesWhatIsNotJson(String body) {
        ApiAnswer answer = admin.post(APPS, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("malformed_json");
    }

    @Test
    @InProcess("bytes, of which a gateway makes text before a function sees them")
    void refusesInvalidUtf8() {
        byte[] body = "{\"name\":\"a?b\"}".getBytes(StandardCharsets.US_ASCII);
        body[10] = (byte) 0xFF;

        assertThat(admin.send("POST", APPS, body, "application/json").code()).isEqualTo("malformed_json");
    }

    @Test
    void refusesOtherMediaTypes() {
        byte[] body = "{\"name\":\"a\"}".getBytes(StandardCharsets.US_ASCII);

        assertThat(admin.send("POST", APPS, body, "text/plain").status()).isEqualTo(415);
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        ApiAnswer answer = admin.post(APPS, "{\"description\":\"" + "x".repeat(1_100_000) + "\"}");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("payload_too_large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-an-id", "1-1-1-1-1", "01890a5d-ac96-774b-bcce-b302099a8057", "%00"})
    void knowsNoAppByThatId(String id) {
        assertThat(admin.get(APPS + "/" + id).status()).isEqualTo(404);
        assertThat(admin.patch(APPS + "/" + id, "{}").status()).isEqualTo(404);
        assertThat(admin.delete(APPS + "/" + id).status()).isEqualTo(404);
        assertThat(admin.post(APPS + "/" + id + "/test", "{}").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "cursor=x", "cursor=MQo"})
    void refusesAPageThatCannotBe(String query) {
        assertThat(admin.get(APPS + "?" + query).code()).isEqualTo("validation_failed");
    }
}
