package dev.rechat.testing.database;

import java.util.Map;
import org.flywaydb.core.Flyway;

/**
 * A schema of its own on the {@linkplain TestDatabase#shared() shared} server, brought up to date with the migrations
 * found as {@code db/migration} on the caller's class path.
 */
public final class MigratedSchema {

    private MigratedSchema() {}

    /**
     * Makes one.
     *
     * @throws DatabaseUnavailableException if the selected server cannot run here
     * @throws IllegalStateException if there are no migrations on the class path
     */
    public static Schema create() {
        Schema schema = TestDatabase.shared().createSchema();
        migrate(schema);
        return schema;
    }

    /**
     * Brings a schema up to date.
     *
     * @return how many migrations were applied
     * @throws IllegalStateException if there are none on the class path
     */
    public static int migrate(Schema schema) {
        Flyway flyway = Flyway.configure()
                .dataSource(schema.jdbcUrl(), schema.username(), schema.password())
                .failOnMissingLocations(true)
                .load();
        int applied = flyway.migrate().migrationsExecuted;
        if (flyway.info().applied().length == 0) {
            throw new IllegalStateException("No migrations in db/migration on the class path");
        }
        return applied;
    }

    /** The schema as Micronaut's {@code default} data source wants it configured, also where there is no application.properties. */
    public static Map<String, String> properties(Schema schema) {
        return Map.of(
                "datasources.default.url", schema.jdbcUrl(),
                "datasources.default.username", schema.username(),
                "datasources.default.password", schema.password(),
                "micronaut.metrics.binders.jdbc.enabled", "false");
    }
}
