package dev.rechat.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A server with the test controller, and a client that speaks plain HTTP to it. */
public final class Api implements AutoCloseable {

    public static final String KEYS = "test:a-secret-for-tests-only-0123456789";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EmbeddedServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private Api(EmbeddedServer server) {
        this.server = server;
    }

    public static Api start() {
        return start(Map.of());
    }

    public static Api start(Map<String, Object> configuration) {
        return new Api(ApplicationContext.builder()
                .properties(Map.of("micronaut.server.port", -1, "rechat.jwt.keys", KEYS))
                .properties(configuration)
                .run(EmbeddedServer.class));
    }

    public ApplicationContext context() {
        return server.getApplicationContext();
    }

    public URI uri() {
        return server.getURI();
    }

    /** What the bearers of tokens may do. */
    public TestStandings standings() {
        return context().getBean(TestStandings.class);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(path, request -> headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<String> post(String path, String json) {
        return post(path, json.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    public HttpResponse<String> post(String path, byte[] body, String type) {
        return send(
                path, request -> request.POST(BodyPublishers.ofByteArray(body)).header("Content-Type", type));
    }

    public HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> prepare) {
        URI uri = URI.create(server.getURI() + path);
        try {
            return client.send(prepare.apply(HttpRequest.newBuilder(uri)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The body as JSON. */
    public static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(response.body(), e);
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
