package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Asks a simulator as one app and one user. */
final class TestClient implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI base;
    private final String key;

    TestClient(DifySimulator simulator, String key) {
        this.base = simulator.uri();
        this.key = key;
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json");
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(to(path).GET());
    }

    HttpResponse<String> post(String path, JsonNode body) throws IOException, InterruptedException {
        return send(to(path).POST(BodyPublishers.ofString(body.toString())));
    }

    HttpResponse<String> delete(String path, String body) throws IOException, InterruptedException {
        return send(to(path).method("DELETE", BodyPublishers.ofString(body)));
    }

    JsonNode json(HttpResponse<String> response) throws IOException {
        return Json.parse(response.body());
    }

    /** A whole stream, which must come to its end. */
    StreamedAnswer stream(String path, JsonNode body) throws IOException, InterruptedException {
        HttpResponse<String> response = post(path, body);
        return StreamedAnswer.parse(response.body());
    }

    /** A stream to read piece by piece. */
    HttpResponse<InputStream> open(String path, JsonNode body) throws IOException, InterruptedException {
        return http.send(to(path).POST(BodyPublishers.ofString(body.toString())).build(), BodyHandlers.ofInputStream());
    }

    /** What came of a stream before its connection broke. A stream of input would drop what was not read by then. */
    String untilBroken(String path, JsonNode body) throws InterruptedException {
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        try {
            http.send(
                    to(path).POST(BodyPublishers.ofString(body.toString())).build(),
                    BodyHandlers.ofByteArrayConsumer(bytes -> bytes.ifPresent(seen::writeBytes)));
        } catch (IOException broken) {
            return seen.toString(StandardCharsets.UTF_8);
        }
        throw new AssertionError("the stream came to its end: " + seen);
    }

    HttpResponse<InputStream> openGet(String path) throws IOException, InterruptedException {
        return http.send(to(path).GET().build(), BodyHandlers.ofInputStream());
    }

    static ObjectNode question(String query) {
        ObjectNode body = Json.object().put("query", query).put("user", "u1").put("response_mode", "streaming");
        body.putObject("inputs");
        return body;
    }

    static ObjectNode blocking(String query) {
        return question(query).put("response_mode", "blocking");
    }

    static ObjectNode inputs(Map<String, String> values) {
        ObjectNode body = Json.object().put("user", "u1").put("response_mode", "streaming");
        values.forEach(body.putObject("inputs")::put);
        return body;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
