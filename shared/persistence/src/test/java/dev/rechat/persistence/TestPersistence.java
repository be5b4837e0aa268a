package dev.rechat.persistence;

import dev.rechat.testing.database.MigratedSchema;
import dev.rechat.testing.database.Schema;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** One migrated schema and one context for all tests of this module; each test makes rows of its own. */
public final class TestPersistence {

    public static final Schema SCHEMA = MigratedSchema.create();

    private static final ApplicationContext CONTEXT = contextOn(SCHEMA);

    private TestPersistence() {}

    /** A context with a pool of its own, for who cares how the pool was opened. */
    public static ApplicationContext contextOn(Schema schema) {
        Map<String, Object> properties = new HashMap<>(MigratedSchema.properties(schema));
        properties.put("datasources.default.maximum-pool-size", 20);
        properties.put("rechat.secrets.keys", "test:" + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        return ApplicationContext.run(properties);
    }

    public static <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    /** A connection beside the pool, to see what is really stored. */
    public static Connection connect() throws SQLException {
        return DriverManager.getConnection(SCHEMA.jdbcUrl(), SCHEMA.username(), SCHEMA.password());
    }

    /** The first column of the first row. */
    public static String stored(String sql, Object... arguments) throws SQLException {
        try (var connection = connect();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i].toString());
            }
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new AssertionError("no row: " + sql);
                }
                return rows.getString(1);
            }
        }
    }
}
