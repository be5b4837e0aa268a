package dev.rechat.maintenance;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Brings a database to the schema this version needs, by {@link MigrationFiles}. An applied file that was
 * changed later is an error; nothing is repaired, and a filled database without a history is not adopted.
 */
public final class Migrations {

    private static final String CONNECT_TIMEOUT_MILLIS = "10000";

    private Migrations() {}

    /**
     * Applies what is missing. Blocks; safe to call from several processes at once, because Flyway takes a lock.
     *
     * @param jdbcUrl of an existing schema, {@code jdbc:mysql://…}
     * @throws MigrationException when the database does not answer, refuses, or has another history
     */
    public static MigrationResult migrate(String jdbcUrl, String user, String password) {
        Flyway flyway = flyway(jdbcUrl, user, password);
        try {
            return new MigrationResult(flyway.migrate().migrations.stream()
                    .map(applied -> name(applied.version, applied.description))
                    .toList());
        } catch (FlywayException failed) {
            throw MigrationException.of(jdbcUrl, failed);
        }
    }

    /**
     * What {@link #migrate} would apply; changes nothing.
     *
     * @throws MigrationException as {@link #migrate}
     */
    public static MigrationResult pending(String jdbcUrl, String user, String password) {
        Flyway flyway = flyway(jdbcUrl, user, password);
        try {
            flyway.validate();
            return new MigrationResult(
                    Arrays.stream(flyway.info().pending()).map(Migrations::name).toList());
        } catch (FlywayException failed) {
            throw MigrationException.of(jdbcUrl, failed);
        }
    }

    private static Flyway flyway(String jdbcUrl, String user, String password) {
        return Flyway.configure()
                .dataSource(jdbcUrl, user, password)
                .jdbcProperties(Map.of("connectTimeout", CONNECT_TIMEOUT_MILLIS))
                // both given, so that nothing is searched for: a native executable has no class path to search
                .resourceProvider(new MigrationFiles())
                .javaMigrationClassProvider(List::of)
                .validateOnMigrate(true)
                // "pending" so that validate() may be asked before migrate(); "future" so that the schema may be ahead
                // of a version that is rolled back
                .ignoreMigrationPatterns("*:pending", "*:future")
                .baselineOnMigrate(false)
                .cleanDisabled(true)
                .load();
    }

    private static String name(MigrationInfo migration) {
        return name(migration.getVersion().getVersion(), migration.getDescription());
    }

    private static String name(String version, String description) {
        return version + " " + description;
    }
}
