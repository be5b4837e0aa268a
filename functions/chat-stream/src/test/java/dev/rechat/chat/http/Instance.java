package dev.rechat.chat.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.testing.gateway.Lazy;
import dev.rechat.testing.gateway.TestedFunction;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
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
import java.util.concurrent.CompletableFuture;

/** One process of the function as far as the others can tell: its own context, pool and producer id. */
final class Instance implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Lazy<EmbeddedServer> server;
    private final TestedFunction function;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Instance(Map<String, Object> properties) {
        server = new Lazy<>(() -> ApplicationContext.run(EmbeddedServer.class, properties));
        function = TestedFunction.of(
                "chat-stream",
                properties,
                () -> URI.create(server.get().getURL().toString()));
    }

    <T> T bean(Class<T> type) {
        return server.get().getApplicationContext().getBean(type);
    }

    URI uri() {
        return function.uri();
    }

    HttpRequest.Builder request(String path, Person who) {
        return HttpRequest.newBuilder(URI.create(function.uri() + path))
                .header("Authorization", "Bearer " + who.token())
                .timeout(Duration.ofSeconds(60));
    }

    HttpRequest.Builder question(Person who, String body) {
        return request("/api/v1/chat/stream", who)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    /** Asks to read on after an event. */
    HttpRequest.Builder resumption(Person who, String turn, int after) {
        return request("/api/v1/chat/turns/" + turn + "/events", who)
                .header("Last-Event-ID", Integer.toString(after))
                .GET();
    }

    /** Sends a question and returns when the head of its answer is there. The caller closes the stream. */
    EventStream open(Person who, String body) throws IOException, InterruptedException {
        return stream(question(who, body).build());
    }

    EventStream resume(Person who, String turn, int after) throws IOException, InterruptedException {
        return stream(resumption(who, turn, after).build());
    }

    EventStream stream(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(
                    response.statusCode() + " " + new String(response.body().readAllBytes(), StandardCharsets.UTF_8));
        }
        return new EventStream(response);
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> sendLater(HttpRequest request) {
        return http.sendAsync(request, BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<InputStream>> openLater(HttpRequest request) {
        return http.sendAsync(request, BodyHandlers.ofInputStream());
    }

    HttpResponse<String> stop(Person who, String turn) throws IOException, InterruptedException {
        return send(request("/api/v1/chat/turns/" + turn + "/stop", who)
                .POST(BodyPublishers.noBody())
                .build());
    }

    JsonNode state(Person who, String turn) throws IOException, InterruptedException {
        return JSON.readTree(
                send(request("/api/v1/chat/turns/" + turn, who).GET().build()).body());
    }

    @Override
    public void close() {
        http.shutdownNow();
        function.close();
        server.ifMade(EmbeddedServer::close);
    }
}
