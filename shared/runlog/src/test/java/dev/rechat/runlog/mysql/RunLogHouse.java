package dev.rechat.runlog.mysql;

import dev.rechat.testing.database.MigratedSchema;
import dev.rechat.testing.database.Schema;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The beans of this module on one migrated schema, in months, for all tests that care for nothing else in it. */
final class RunLogHouse {

    private static final Schema SCHEMA = MigratedSchema.create();

    private static final ApplicationContext CONTEXT = open(SCHEMA);

    private RunLogHouse() {}

    static ApplicationContext open(Schema schema) {
        Map<String, Object> properties = new HashMap<>(MigratedSchema.properties(schema));
        properties.put("datasources.default.maximum-pool-size", 10);
        properties.put("rechat.secrets.keys", "test:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        return ApplicationContext.run(properties);
    }

    static <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    static Connection connect() throws SQLException {
        return connect(SCHEMA);
    }

    static Connection connect(Schema schema) throws SQLException {
        return DriverManager.getConnection(schema.jdbcUrl(), schema.username(), schema.password());
    }
}
