package dev.rechat.admin;

import dev.rechat.kernel.task.Afterwards;
import dev.rechat.testing.account.TestAccounts;
import dev.rechat.testing.account.TestAccounts.Person;
import dev.rechat.testing.api.ApiClient;
import dev.rechat.testing.database.MigratedSchema;
import dev.rechat.testing.database.Schema;
import dev.rechat.testing.gateway.Lazy;
import dev.rechat.testing.gateway.TestedFunction;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The admin function over HTTP on a schema of its own, with people in it. Close it. */
public final class House implements AutoCloseable {

    private final Schema schema = MigratedSchema.create();
    private final TestAccounts accounts = new TestAccounts(schema);
    private final Lazy<EmbeddedServer> server;
    private final TestedFunction function;
    private final ApiClient client;

    public House(Map<String, Object> configuration) {
        Map<String, Object> all = new HashMap<>(MigratedSchema.properties(schema));
        all.put("micronaut.server.port", -1);
        all.put("rechat.jwt.keys", TestAccounts.JWT_KEYS);
        all.put("rechat.secrets.keys", "test:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        all.put("rechat.dify.networks", "127.0.0.1");
        all.put("datasources.default.maximum-pool-size", 10);
        all.putAll(configuration);
        server = new Lazy<>(() -> ApplicationContext.builder().properties(all).run(EmbeddedServer.class));
        function = TestedFunction.of(
                "admin", all, () -> URI.create(server.get().getURI().toString()));
        client = ApiClient.of(function.uri());
    }

    /** Somebody new who is signed in. */
    public Person person(String role) {
        return accounts.person(role);
    }

    public TestAccounts accounts() {
        return accounts;
    }

    public ApiClient as(Person person) {
        return client.as(person.token());
    }

    /** Somebody who has an API key. */
    public ApiClient with(String key) {
        return client.as(key);
    }

    /** A group without anybody in it. @return its id */
    public String group(String name) {
        String id = UUID.randomUUID().toString();
        accounts.run(
                "INSERT INTO user_groups (id, name, description, created_at, updated_at)"
                        + " VALUES (?, ?, '', NOW(3), NOW(3))",
                id,
                name);
        return id;
    }

    public <T> T bean(Class<T> type) {
        return server.get().getApplicationContext().getBean(type);
    }

    /** Waits until what goes on after answers is done. */
    public void settle() {
        function.settle(() -> bean(Afterwards.class).settle(Duration.ofSeconds(30)));
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
        function.close();
        server.ifMade(EmbeddedServer::close);
    }
}
