package dev.rechat.local.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.testing.database.MigratedSchema;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Metrics are for who has their token; without one there is nothing to have. */
class MetricsIT {

    private static final String TOKEN = "a-token-for-metrics-only";

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void areToldToWhoeverHasTheirToken() throws Exception {
        try (EmbeddedServer server = server(Map.of("rechat.metrics.token", TOKEN))) {
            assertThat(get(server, "/health", "").statusCode()).isEqualTo(200);
            assertThat(get(server, "/api/v1/no-such-thing", "").statusCode()).isEqualTo(404);

            HttpResponse<String> metrics = get(server, "/metrics", "Bearer " + TOKEN);

            assertThat(metrics.statusCode()).isEqualTo(200);
            assertThat(metrics.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
            assertThat(metrics.body())
                    .contains("rechat_requests_seconds_count{method=\"GET\",outcome=\"2xx\",route=\"/health\"} 1")
                    .contains(
                            "rechat_requests_seconds_bucket{method=\"GET\",outcome=\"2xx\",route=\"/health\",le=\"0.1\"}")
                    .contains("route=\"none\"")
                    .contains("rechat_start_seconds_count 1")
                    .contains("rechat_pool_wait_seconds_count")
                    .contains("rechat_turns_running 0")
                    .doesNotContain("no-such-thing", "hikari");
        }
    }

    @Test
    void areNotToldToAnybodyElse() throws Exception {
        try (EmbeddedServer server = server(Map.of("rechat.metrics.token", TOKEN))) {
            for (String authorization : new String[] {"", "Bearer ", "Bearer wrong", TOKEN, "Basic " + TOKEN}) {
                assertThat(get(server, "/metrics", authorization).statusCode())
                        .as(authorization)
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void areNotThereWithoutAToken() throws Exception {
        try (EmbeddedServer server = server(Map.of())) {
            assertThat(get(server, "/metrics", "Bearer " + TOKEN).body()).doesNotContain("rechat_requests");
        }
    }

    private HttpResponse<String> get(EmbeddedServer server, String path, String authorization)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.getURL() + path));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static EmbeddedServer server(Map<String, Object> settings) {
        Map<String, Object> properties = new HashMap<>(MigratedSchema.properties(MigratedSchema.create()));
        properties.put("micronaut.server.port", -1);
        properties.put("rechat.jwt.keys", "test:a-secret-for-tests-only-0123456789");
        properties.put("rechat.secrets.keys", "test:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        properties.putAll(settings);
        return ApplicationContext.run(EmbeddedServer.class, properties);
    }
}
