package dev.rechat.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rechat.kernel.task.Afterwards;
import dev.rechat.testing.database.MigratedSchema;
import dev.rechat.testing.database.Schema;
import dev.rechat.testing.gateway.Lazy;
import dev.rechat.testing.gateway.TestedFunction;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The auth function over HTTP, on a schema of its own, with a clock that can be set forward. */
public final class AuthApi implements AutoCloseable {

    public static final String PASSWORD = "correct horse battery";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEYS = "test:a-secret-for-tests-only-0123456789";

    private final Schema schema;
    private final Lazy<EmbeddedServer> server;
    private final TestedFunction function;
    private final HttpClient client = HttpClient.newHttpClient();

    private AuthApi(Schema schema, Map<String, Object> configuration) {
        this.schema = schema;
        Map<String, Object> all = new HashMap<>(MigratedSchema.properties(schema));
        all.put("micronaut.server.port", -1);
        all.put("rechat.jwt.keys", KEYS);
        all.put("rechat.secrets.keys", "test:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        all.putAll(configuration);
        server = new Lazy<>(() -> ApplicationContext.builder().properties(all).run(EmbeddedServer.class));
        function = TestedFunction.of(
                "auth", all, () -> URI.create(server.get().getURI().toString()));
    }

    public static AuthApi start() {
        return new AuthApi(MigratedSchema.create(), Map.of());
    }

    public static AuthApi start(Map<String, Object> configuration) {
        return new AuthApi(MigratedSchema.create(), configuration);
    }

    /** Another process on the same schema. */
    public AuthApi another(Map<String, Object> configuration) {
        return new AuthApi(schema, configuration);
    }

    public URI uri() {
        return function.uri();
    }

    public <T> T bean(Class<T> type) {
        return server.get().getApplicationContext().getBean(type);
    }

    /** Waits until what goes on after answers is done, such as the sending of mails. */
    public void settle() {
        function.settle(() -> bean(Afterwards.class).settle(Duration.ofSeconds(20)));
    }

    public Answer register(String email) {
        return post("register", body(email, PASSWORD), null);
    }

    public Answer login(String email, String password) {
        return post("login", body(email, password), null);
    }

    public Answer refresh(@Nullable String refreshToken) {
        return post("refresh", "", refreshToken);
    }

    /** @param cookies as a browser sends them */
    public Answer refreshWith(String cookies) {
        return send(request("/api/v1/auth/refresh")
                .header("Content-Type", "application/json")
                .header("Cookie", cookies)
                .POST(BodyPublishers.ofString("")));
    }

    public Answer logout(@Nullable String refreshToken) {
        return post("logout", "", refreshToken);
    }

    public Answer me(String accessToken) {
        return send(request("/api/v1/auth/me").header("Authorization", "Bearer " + accessToken));
    }

    public Answer get(String path) {
        return send(request(path));
    }

    public Answer get(String path, String accessToken) {
        return send(request(path).header("Authorization", "Bearer " + accessToken));
    }

    public Answer post(String route, String json, @Nullable String refreshToken) {
        HttpRequest.Builder request = request("/api/v1/auth/" + route)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
        return send(refreshToken == null ? request : request.header("Cookie", "rechat_refresh=" + refreshToken));
    }

    /** Any request below {@code /api/v1/auth} of somebody who holds this bearer. */
    public Answer call(String method, String route, String bearer, @Nullable String json) {
        return send(request("/api/v1/auth/" + route)
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/json")
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
    }

    public static String body(String email, String password) {
        return JSON.createObjectNode()
                .put("email", email)
                .put("password", password)
                .toString();
    }

    /** Changes rows beside the application. */
    public int sql(String statement) {
        try (var connection = DriverManager.getConnection(schema.jdbcUrl(), schema.username(), schema.password());
                var prepared = connection.createStatement()) {
            return prepared.executeUpdate(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** The first column of the first row, as text. */
    public String stored(String query) {
        try (var connection = DriverManager.getConnection(schema.jdbcUrl(), schema.username(), schema.password());
                var prepared = connection.createStatement();
                var rows = prepared.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(function.uri() + path));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            JsonNode json = response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
            return new Answer(response.statusCode(), json, response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        function.close();
        server.ifMade(EmbeddedServer::close);
    }
}
