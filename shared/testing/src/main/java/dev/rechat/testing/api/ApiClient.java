package dev.rechat.testing.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Speaks HTTP to one server as one caller, and remembers everything it was told. Thread-safe; close it. */
public final class ApiClient implements AutoCloseable {

    private final URI server;
    private final @Nullable String token;
    private final HttpClient http;
    private final List<String> received;

    private ApiClient(URI server, @Nullable String token, HttpClient http, List<String> received) {
        this.server = server;
        this.token = token;
        this.http = http;
        this.received = received;
    }

    /** A caller without a token. */
    public static ApiClient of(URI server) {
        return new ApiClient(server, null, HttpClient.newHttpClient(), new CopyOnWriteArrayList<>());
    }

    /** Another caller on the same connections and with the same memory. */
    public ApiClient as(@Nullable String accessToken) {
        return new ApiClient(server, accessToken, http, received);
    }

    public ApiAnswer get(String path) {
        return send("GET", path, null, null);
    }

    public ApiAnswer delete(String path) {
        return send("DELETE", path, null, null);
    }

    public ApiAnswer post(String path, String json) {
        return send("POST", path, json.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    public ApiAnswer patch(String path, String json) {
        return send("PATCH", path, json.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    public ApiAnswer send(String method, String path, byte @Nullable [] body, @Nullable String contentType) {
        BodyPublisher content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server + path)).method(method, content);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            received.add(response.headers().map() + "\n" + response.body());
            return new ApiAnswer(response.statusCode(), response.headers(), response.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Headers and body of every answer so far, to look for what must never be told. */
    public List<String> received() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        http.close();
    }
}
