package dev.rechat.accounts;

import dev.rechat.testing.database.MigratedSchema;
import dev.rechat.testing.database.Schema;
import io.micronaut.context.ApplicationContext;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** The beans of this module as a process of its own, with a clock that can be set. */
public final class AccountsServer implements AutoCloseable {

    public static final String SECRETS_KEY = "test:" + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private final Schema schema;
    private final ApplicationContext context;

    private AccountsServer(Schema schema, Clock clock, String secretsKeys) {
        this.schema = schema;
        Map<String, Object> properties = new HashMap<>(MigratedSchema.properties(schema));
        properties.put("datasources.default.maximum-pool-size", 10);
        properties.put("rechat.jwt.keys", "test:a-secret-for-tests-only-0123456789");
        properties.put("rechat.secrets.keys", secretsKeys);
        context = ApplicationContext.builder().properties(properties).build();
        context.registerSingleton(Clock.class, clock);
        context.start();
    }

    /** On a schema of its own. */
    public static AccountsServer start(Clock clock) {
        return new AccountsServer(MigratedSchema.create(), clock, SECRETS_KEY);
    }

    /** Another process on the same schema. */
    public AccountsServer another(Clock clock) {
        return another(clock, SECRETS_KEY);
    }

    /** Another process with other keys. */
    public AccountsServer another(Clock clock, String secretsKeys) {
        return new AccountsServer(schema, clock, secretsKeys);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
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

    @Override
    public void close() {
        context.close();
    }
}
