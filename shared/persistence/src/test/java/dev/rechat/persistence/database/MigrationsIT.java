package dev.rechat.persistence.database;

import static dev.rechat.persistence.TestPersistence.connect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.testing.database.MigratedSchema;
import dev.rechat.testing.database.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationsIT {

    @Test
    void fillAnEmptySchemaAndThenHaveNothingToDo() {
        var schema = TestDatabase.shared().createSchema();

        assertThat(MigratedSchema.migrate(schema)).isGreaterThanOrEqualTo(4);
        assertThat(MigratedSchema.migrate(schema)).isZero();
    }

    @Test
    void makeEveryTableUtf8mb4() throws SQLException {
        assertThat(column("""
                SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()
                AND table_name <> 'flyway_schema_history' AND table_collation <> 'utf8mb4_bin'
                """)).isEmpty();
        assertThat(column("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"))
                .contains("users", "refresh_tokens", "system_settings", "dify_apps", "conversations", "messages")
                .contains("turns", "files", "feedbacks");
    }

    @Test
    void makeEveryTextColumnUtf8mb4OrAsciiAndOneToSortNamesBy() throws SQLException {
        assertThat(column("""
                SELECT CONCAT(table_name, '.', column_name, ' ', collation_name) FROM information_schema.columns
                WHERE table_schema = DATABASE() AND table_name <> 'flyway_schema_history'
                AND collation_name NOT IN ('utf8mb4_bin', 'ascii_bin')
                """)).containsExactly("users.sort_name utf8mb4_unicode_ci");
    }

    @Test
    void keepEveryTimeInMillisecondsAndDaysOfTheHouseAsDays() throws SQLException {
        assertThat(column("""
                SELECT CONCAT(table_name, '.', column_name) FROM information_schema.columns
                WHERE table_schema = DATABASE() AND table_name <> 'flyway_schema_history'
                AND data_type IN ('datetime', 'timestamp', 'date', 'time')
                AND NOT (data_type = 'datetime' AND datetime_precision = 3)
                """))
                .containsExactlyInAnyOrder(
                        "turn_usage.day",
                        "usage_daily.day",
                        "usage_tallies.day",
                        "budget_counters.period_start",
                        "budget_charges.period_start",
                        "workflow_run_rolled_days.day",
                        "workflow_node_days.day");
    }

    private static List<String> column(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
