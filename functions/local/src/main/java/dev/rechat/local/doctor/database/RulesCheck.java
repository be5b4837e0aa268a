package dev.rechat.local.doctor.database;

import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Sheet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rules of the server that statements rely on: strictness, isolation, foreign keys, InnoDB. */
final class RulesCheck implements Check {

    private final String schema;

    RulesCheck(String schema) {
        this.schema = schema;
    }

    @Override
    public void look(Session session, Sheet sheet) throws SQLException {
        sqlMode(session, sheet);
        isolation(session, sheet);
        if (session.variable("foreign_key_checks").filter("0"::equals).isPresent()) {
            sheet.problem(
                    "foreign-keys",
                    Code.FOREIGN_KEYS,
                    "foreign keys are not looked at",
                    "SET GLOBAL foreign_key_checks = ON: what belongs to a removed account stays otherwise");
        }
        engines(session, sheet);
    }

    private static void sqlMode(Session session, Sheet sheet) throws SQLException {
        String mode = session.text("SELECT @@session.sql_mode").orElse("").toUpperCase(Locale.ROOT);
        if (!mode.contains("STRICT_TRANS_TABLES") && !mode.contains("STRICT_ALL_TABLES")) {
            sheet.problem(
                    "sql-mode",
                    Code.SQL_MODE,
                    "what does not fit is cut off silently",
                    "add STRICT_TRANS_TABLES to the server's sql_mode");
        } else if (mode.contains("NO_BACKSLASH_ESCAPES") || mode.contains("ANSI_QUOTES")) {
            sheet.warning(
                    "sql-mode",
                    Code.SQL_MODE,
                    "the server reads quotation marks in another way",
                    "take ANSI_QUOTES and NO_BACKSLASH_ESCAPES out of sql_mode");
        } else {
            sheet.ok("sql-mode", "strict");
        }
    }

    private static void isolation(Session session, Sheet sheet) {
        Optional<String> told = session.variable("transaction_isolation").or(() -> session.variable("tx_isolation"));
        String isolation = told.orElse("");
        String advice = "SET GLOBAL transaction_isolation = 'REPEATABLE-READ' (tx_isolation before MariaDB 11.1)";
        switch (isolation) {
            case "REPEATABLE-READ" -> sheet.ok("isolation", isolation);
            case "READ-UNCOMMITTED" ->
                sheet.problem(
                        "isolation",
                        Code.ISOLATION,
                        isolation + ": transactions see what others have not done yet",
                        advice);
            case "SERIALIZABLE" ->
                sheet.warning(
                        "isolation",
                        Code.ISOLATION,
                        isolation + ": reading locks, and transactions wait or fail",
                        advice);
            default ->
                sheet.note(
                        "isolation",
                        Code.ISOLATION,
                        (isolation.isEmpty() ? "not told" : isolation) + ": ReChat's tests run with REPEATABLE-READ",
                        advice);
        }
    }

    private void engines(Session session, Sheet sheet) throws SQLException {
        List<String> others = session.texts(
                "SELECT CONCAT(TABLE_NAME, ' (', ENGINE, ')') FROM information_schema.TABLES WHERE TABLE_SCHEMA = ?"
                        + " AND ENGINE IN ('MyISAM', 'Aria', 'MEMORY', 'CSV', 'ARCHIVE') ORDER BY TABLE_NAME",
                schema);
        String usual = session.variable("default_storage_engine").orElse("InnoDB");
        boolean unsafe = List.of("MyISAM", "Aria", "MEMORY").contains(usual);
        if (!others.isEmpty() || unsafe) {
            sheet.problem(
                    "engine",
                    Code.ENGINE,
                    others.isEmpty()
                            ? "new tables are of " + usual + ", which has no transactions"
                            : "tables without transactions: " + String.join(", ", others),
                    "set default_storage_engine to InnoDB, and ALTER TABLE … ENGINE = InnoDB");
        }
    }
}
