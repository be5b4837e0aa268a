package dev.rechat.admin;

import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.UserId;
import dev.rechat.testing.api.ApiClient;
import dev.rechat.testing.database.MigratedSchema;
import dev.rechat.testing.database.Schema;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.generator.TokenGenerator;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The admin function over HTTP on a schema of its own, with people in it. Close it. */
public final class House implements AutoCloseable {

    private final Schema schema = MigratedSchema.create();
    private final EmbeddedServer server;
    private final ApiClient client;

    public House(Map<String, Object> configuration) {
        server = ApplicationContext.builder()
                .properties(Map.of(
                        "micronaut.server.port",
                        -1,
                        "rechat.jwt.secret",
                        "a-secret-for-tests-only-0123456789",
                        "rechat.secrets.keys",
                        "test:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                        "datasources.default.maximum-pool-size",
                        10))
                .properties(Map.copyOf(MigratedSchema.properties(schema)))
                .properties(configuration)
                .run(EmbeddedServer.class);
        client = ApiClient.of(URI.create(server.getURI().toString()));
    }

    /** Somebody new, with a session. */
    public UserId person(String name, Role role) {
        UserId id = bean(IdGenerator.class).nextUserId();
        sql("INSERT INTO users (id, email, password_hash, display_name, role, active, language, created_at, updated_at)"
                + " VALUES ('" + id + "', '" + name.toLowerCase(Locale.ROOT) + "@example.org', '$argon2id$hidden', '"
                + name + "', '" + role + "', TRUE, 'en', '2026-01-01', '2026-01-01')");
        session(id);
        return id;
    }

    /** One more session of somebody. */
    public String session(UserId owner) {
        String id = bean(IdGenerator.class).nextSessionId().toString();
        sql("INSERT INTO sessions (id, user_id, address, user_agent, created_at, last_seen_at)" + " VALUES ('" + id
                + "', '" + owner + "', '192.0.2.1', 'test', '2026-01-02', '2026-01-02')");
        return id;
    }

    public ApiClient as(UserId user, Role role) {
        String session = stored("SELECT id FROM sessions WHERE user_id = '" + user + "' ORDER BY id DESC LIMIT 1");
        Authentication authentication =
                Authentication.build(user.toString(), List.of(role.code()), Map.of("iss", "rechat", "sid", session));
        return client.as(
                bean(TokenGenerator.class).generateToken(authentication, 600).orElseThrow());
    }

    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
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

    /** The newest entry of the audit log: action, actor, target and details. */
    public String newestAct() {
        return stored(
                "SELECT CONCAT_WS(' ', action, actor_id, target_id, details) FROM audit_log ORDER BY id DESC LIMIT 1");
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
