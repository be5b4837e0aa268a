package dev.rechat.web.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.web.Api;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class UploadIT {

    private static final int MAX = 3_000_000;
    private static final String TYPE = "multipart/form-data; boundary=b";

    private static Api api;

    @BeforeAll
    static void start() {
        api = Api.start(Map.of("rechat.files.max-bytes", MAX));
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void passesAFileThatIsLargerThanOtherBodiesMayBe() {
        HttpResponse<String> answer = api.post("/api/v1/upload", form(MAX), TYPE);

        assertThat(answer.body()).isEqualTo("chat|a.png|image/png|" + MAX);
    }

    @Test
    void passesAFileThatDoesNotSayItsLength() {
        assertThat(chunked("/api/v1/upload", form(MAX)).body()).isEqualTo("chat|a.png|image/png|" + MAX);
    }

    @Test
    void refusesAFileOverTheLimit() {
        byte[] tooLarge = form(MAX + 70_000);

        assertTooLarge(api.post("/api/v1/upload", tooLarge, TYPE));
        assertTooLarge(chunked("/api/v1/upload", tooLarge));
    }

    @Test
    void keepsTheSmallLimitOfEverythingElse() {
        byte[] json = ("{\"text\":\"" + "x".repeat(1024 * 1024) + "\"}").getBytes(UTF_8);

        assertTooLarge(api.post("/api/v1/echo", json, "application/json"));
    }

    @Test
    void refusesABodyOfAnotherKind() {
        HttpResponse<String> answer = api.post("/api/v1/upload", "{}");

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void namesWhatIsWrongWithAForm() {
        HttpResponse<String> answer = api.post("/api/v1/upload", "nonsense".getBytes(UTF_8), TYPE);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("validation_failed", "\"body\"");
    }

    private static HttpResponse<String> chunked(String path, byte[] body) {
        return api.send(
                path,
                request -> request.header("Content-Type", TYPE)
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
    }

    private static byte[] form(int bytes) {
        return ("--b\r\nContent-Disposition: form-data; name=\"app_id\"\r\n\r\nchat\r\n"
                        + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n"
                        + "Content-Type: image/png\r\n\r\n" + "x".repeat(bytes) + "\r\n--b--\r\n")
                .getBytes(UTF_8);
    }

    private static void assertTooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(answer.body()).contains("payload_too_large");
    }
}
