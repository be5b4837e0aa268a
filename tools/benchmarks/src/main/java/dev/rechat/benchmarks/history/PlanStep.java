package dev.rechat.benchmarks.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One line of EXPLAIN. */
record PlanStep(String table, String access, String key, String rows, String extra) {

    static List<PlanStep> explain(Connection connection, String sql) throws SQLException {
        List<PlanStep> steps = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("EXPLAIN " + sql)) {
            while (rows.next()) {
                steps.add(new PlanStep(
                        shown(rows.getString("table")),
                        shown(rows.getString("type")),
                        shown(rows.getString("key")),
                        shown(rows.getString("rows")),
                        shown(rows.getString("Extra"))));
            }
        }
        return steps;
    }

    private static String shown(@Nullable String value) {
        return Objects.requireNonNullElse(value, "–");
    }

    @Override
    public String toString() {
        return "%s: %s, key %s, about %s rows%s"
                .formatted(table, access, key, rows, extra.equals("–") || extra.isEmpty() ? "" : "; " + extra);
    }
}
