package dev.rechat.local.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rechat.testing.database.MigratedSchema;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.DifySimulator;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A whole ReChat in this process, with an app that may be asked and a key to ask it. */
final class ReadyHouse implements AutoCloseable {

    private static final String PASSWORD = "nine brown owls on a wire";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DifySimulator dify =
            DifySimulator.builder().pace(Duration.ofMillis(15)).start();
    private final HttpClient http = HttpClient.newHttpClient();
    private final EmbeddedServer server;
    private final String token;
    private final String apiKey;
    private final String app;

    ReadyHouse() throws IOException, InterruptedException {
        Map<String, Object> properties = new HashMap<>(MigratedSchema.properties(MigratedSchema.create()));
        properties.put("micronaut.server.port", -1);
        properties.put("rechat.jwt.keys", "test:not-a-secret-but-long-enough-for-HS256");
        properties.put("rechat.secrets.keys", "test:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        properties.put("rechat.dify.networks", "127.0.0.1");
        server = ApplicationContext.builder().properties(properties).run(EmbeddedServer.class);
        String person = "{\"email\":\"ada@example.org\",\"password\":\"%s\"}".formatted(PASSWORD);
        token = post("/auth/register", "", person).path("access_token").asText();
        apiKey = post(
                        "/auth/keys",
                        token,
                        "{\"name\":\"doctor\",\"scopes\":[\"chat\"],\"password\":\"%s\"}".formatted(PASSWORD))
                .path("key")
                .asText();
        String sample = "{\"name\":\"Sample\",\"base_url\":\"%s\",\"api_key\":\"%s\"}";
        app = post("/admin/apps", token, sample.formatted(dify.uri(), DemoApps.CHATFLOW_KEY))
                .path("id")
                .asText();
    }

    private JsonNode post(String route, String bearer, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri().resolve("/api/v1" + route))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + bearer)
                .POST(BodyPublishers.ofString(body))
                .build();
        return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    URI uri() {
        return server.getURI();
    }

    String apiKey() {
        return apiKey;
    }

    String app() {
        return app;
    }

    @Override
    public void close() {
        server.close();
        dify.close();
        http.shutdownNow();
    }
}
