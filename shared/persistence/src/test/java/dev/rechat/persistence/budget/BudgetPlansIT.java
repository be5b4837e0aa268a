package dev.rechat.persistence.budget;

import static dev.rechat.persistence.TestPersistence.connect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.persistence.Rows;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What every turn asks of budgets, and what housekeeping asks of their charges, goes along keys. */
class BudgetPlansIT {

    @BeforeAll
    static void fill() throws SQLException {
        String group = Rows.IDS.nextGroupId().toString();
        String budget = Rows.IDS.nextBudgetId().toString();
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO user_groups (id, name, description, created_at, updated_at) VALUES ('"
                    + group + "', '" + group + "', '', NOW(3), NOW(3))");
            for (int i = 0; i < 100; i++) {
                statement.execute("INSERT INTO group_members (group_id, user_id, added_at) VALUES ('" + group + "', '"
                        + Rows.savedUser() + "', NOW(3))");
            }
            String row = " 'Ours', 'TURNS', '', 1, 'DAY', 0, '" + group + "', 1, 1, NOW(3), NOW(3)";
            String columns = "INSERT INTO budgets (id, name, measure, currency, amount, period, per_person, group_id,"
                    + " reserve, enabled, created_at, updated_at) ";
            statement.execute(columns + "VALUES ('" + budget + "'," + row + ")");
            statement.execute(columns + "SELECT UUID()," + row + " FROM information_schema.columns LIMIT 400");
            statement.execute("INSERT INTO budget_charges (turn_id, budget_id, person, period_start, amount, settled,"
                    + " created_at) SELECT UUID(), '" + budget
                    + "', '', '2026-03-01', 1, TRUE, NOW(3) FROM information_schema.columns LIMIT 2000");
            statement.execute("ANALYZE TABLE budgets, group_members, budget_charges");
        }
    }

    @Test
    void looksForAPersonInEachGroupByKey() throws SQLException {
        String id = "'" + Rows.savedUser() + "'";

        var plan = plan(BudgetRepository.MATCHING.replace(":userId", id).replace(":appId", id));

        assertThat(plan.get("m")).matches("(eq_ref|ref|const) .*").doesNotContain("null");
        assertThat(plan.get("b")).doesNotContain("temporary");
    }

    @Test
    void looksForOldChargesAndOpenOnesAlongOneIndex() throws SQLException {
        var old = plan(
                BudgetChargeRepository.PRUNE.replace(":before", "'2026-02-01'").replace(":limit", "500"));
        var open = plan(BudgetChargeRepository.ORPHANS.replace(":limit", "100"));

        assertThat(old.get("budget_charges"))
                .startsWith("range budget_charges_open")
                .doesNotContain("filesort");
        assertThat(open.get("c")).startsWith("ref budget_charges_open").doesNotContain("filesort", "temporary");
        assertThat(open.get("t")).startsWith("eq_ref PRIMARY");
    }

    /** "type key extra" by table. */
    private static Map<String, String> plan(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("EXPLAIN " + sql)) {
            Map<String, String> steps = new HashMap<>();
            while (rows.next()) {
                steps.put(
                        String.valueOf(rows.getString("table")),
                        rows.getString("type") + " " + rows.getString("key") + " " + rows.getString("Extra"));
            }
            return steps;
        }
    }
}
