package dev.rechat.local.doctor.database;

import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Sheet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What statements of ReChat's use and not every server has, tried without a table. */
final class FeatureCheck implements Check {

    private static final Map<String, String> TRIALS = trials();

    private static Map<String, String> trials() {
        Map<String, String> trials = new LinkedHashMap<>();
        trials.put("SKIP LOCKED", "SELECT n FROM (SELECT 1 AS n) AS probe FOR UPDATE SKIP LOCKED");
        trials.put("LOCK IN SHARE MODE", "SELECT n FROM (SELECT 1 AS n) AS probe LOCK IN SHARE MODE");
        trials.put(
                "WITH RECURSIVE",
                "WITH RECURSIVE steps (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM steps WHERE n < 3)"
                        + " SELECT MAX(n) FROM steps");
        trials.put("GET_LOCK (for migrations)", "SELECT GET_LOCK('rechat-doctor', 0)");
        return trials;
    }

    @Override
    public void look(Session session, Sheet sheet) throws SQLException {
        List<String> missing = new ArrayList<>();
        for (var trial : TRIALS.entrySet()) {
            try {
                session.text(trial.getValue());
            } catch (SQLException refused) {
                missing.add(trial.getKey());
            }
            session.rollback();
        }
        if (missing.isEmpty()) {
            sheet.ok("features", "has " + String.join(", ", TRIALS.keySet()));
        } else {
            sheet.problem(
                    "features",
                    Code.FEATURE_MISSING,
                    "lacks " + String.join(", ", missing),
                    "use MySQL 8, MariaDB 10.6 or later, or Aurora MySQL 3"
                            + " (TiDB: SET GLOBAL tidb_enable_noop_functions = ON lets LOCK IN SHARE MODE pass, without a lock)");
        }
    }
}
