package dev.rechat.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.testing.database.Schema;
import dev.rechat.testing.database.TestDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

final class MigrationsIT {

    private final Schema schema = TestDatabase.shared().createSchema();

    private MigrationResult migrate() {
        return Migrations.migrate(schema.jdbcUrl(), schema.username(), schema.password());
    }

    private MigrationResult pending() {
        return Migrations.pending(schema.jdbcUrl(), schema.username(), schema.password());
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(schema.jdbcUrl(), schema.username(), schema.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void appliesEverythingOnce() {
        assertThat(migrate().migrations()).contains("0001 create accounts").hasSizeGreaterThanOrEqualTo(4);
        assertThat(migrate().applied()).isZero();
    }

    @Test
    void tellsWhatItWouldApplyAndAppliesNothing() {
        MigrationResult planned = pending();

        assertThat(planned.applied()).isPositive();
        assertThat(pending()).isEqualTo(planned);
        assertThat(migrate()).isEqualTo(planned);
        assertThat(pending().applied()).isZero();
    }

    @Test
    void refusesAFileThatWasChangedAfterItWasApplied() throws SQLException {
        migrate();
        execute("UPDATE flyway_schema_history SET checksum = checksum + 1 WHERE version = '0001'");

        assertThatThrownBy(this::migrate).isInstanceOf(MigrationException.class).hasMessageContaining("0001");
        assertThatThrownBy(this::pending).isInstanceOf(MigrationException.class).hasMessageContaining("0001");
    }

    @Test
    void doesNotAdoptAFilledDatabase() throws SQLException {
        execute("CREATE TABLE of_somebody_else (id INT PRIMARY KEY)");

        assertThatThrownBy(this::migrate)
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("non-empty schema");
    }

    @Test
    void saysInOneLineThatTheDatabaseDoesNotAnswer() {
        assertThatThrownBy(() -> Migrations.migrate("jdbc:mysql://127.0.0.1:1/rechat?user=x", "me", "top-secret"))
                .isInstanceOf(MigrationException.class)
                .hasMessage("the database at 127.0.0.1:1/rechat does not answer");
    }

    @Test
    void saysThatThePasswordIsRefused() {
        assertThatThrownBy(() -> Migrations.migrate(schema.jdbcUrl(), schema.username(), "wrong"))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("refuses")
                .hasMessageContaining("Access denied");
    }
}
