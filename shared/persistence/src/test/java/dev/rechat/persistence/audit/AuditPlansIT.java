package dev.rechat.persistence.audit;

import static dev.rechat.persistence.TestPersistence.connect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.Rows;
import dev.rechat.persistence.database.Statement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The log is read along an index, newest first, nothing sorted, whatever narrows it. */
class AuditPlansIT {

    private static final UserId ACTOR = Rows.savedUser();

    @BeforeAll
    static void fill() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO audit_log (id, at, actor_id, action, target_type, target_id, address, user_agent,"
                            + " request_id, details) SELECT UUID(), NOW(3), '" + ACTOR
                            + "', 'session_begun', 'user', 'x', '', '',"
                            + " '', '{}' FROM information_schema.columns LIMIT 2000");
            statement.execute("ANALYZE TABLE audit_log");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', PRIMARY",
        "actor, audit_log_actor",
        "action, audit_log_action",
        "type, audit_log_type",
        "type id, audit_log_target",
        "actor action type id, audit_log_target",
        "actor action, audit_log_actor",
        "from to, PRIMARY",
        "actor from to, audit_log_actor",
    })
    void readsAPageAlongItsIndex(String narrowed, String index) throws SQLException {
        Instant now = Rows.NOON;
        var filter = new AuditFilter(
                narrowed.contains("actor") ? ACTOR : null,
                narrowed.contains("action") ? "session_begun" : null,
                narrowed.contains("type") ? "user" : null,
                narrowed.contains("id") ? "x" : null,
                narrowed.contains("from") ? now.minusSeconds(60) : null,
                narrowed.contains("to") ? now.plusSeconds(1_000_000_000) : null);

        Map<String, String> plan = firstStep(AuditLists.statement(filter, AuditLists.NEWEST, 21));

        assertThat(plan).containsEntry("key", index);
        assertThat(plan.get("extra")).doesNotContain("filesort", "temporary");
    }

    private static Map<String, String> firstStep(Statement explained) throws SQLException {
        try (var connection = connect();
                var statement = connection.prepareStatement("EXPLAIN " + explained.sql())) {
            explained.fill(statement);
            try (var rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                Map<String, String> step = new HashMap<>();
                step.put("key", rows.getString("key"));
                step.put("extra", String.valueOf(rows.getString("Extra")));
                assertThat(rows.getString("table")).isEqualTo("e");
                return step;
            }
        }
    }
}
