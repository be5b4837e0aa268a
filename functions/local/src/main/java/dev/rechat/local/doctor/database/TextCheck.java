package dev.rechat.local.doctor.database;

import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Sheet;
import java.sql.SQLException;
import java.util.List;

/** Whether every character comes back as it went, and tables compare as the migrations made them. */
final class TextCheck implements Check {

    private static final String CHECK = "text";
    private static final String SAMPLE = "价格 5 € schön 😀";
    private static final int COLUMNS_TOLD = 5;

    private final String schema;

    TextCheck(String schema) {
        this.schema = schema;
    }

    @Override
    public void look(Session session, Sheet sheet) throws SQLException {
        database(session, sheet);
        columns(session, sheet);
        String back = session.text("SELECT CONVERT(? USING utf8mb4)", SAMPLE).orElse("");
        if (back.equals(SAMPLE)) {
            sheet.ok(CHECK, "every character comes back as it went, emoji too");
        } else {
            sheet.problem(
                    CHECK,
                    Code.TEXT_DAMAGED,
                    "characters do not come back as they went",
                    "take characterEncoding and connectionCollation out of the URL; the server must have utf8mb4");
        }
    }

    private void database(Session session, Sheet sheet) throws SQLException {
        String set = session.text(
                        "SELECT DEFAULT_CHARACTER_SET_NAME FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?",
                        schema)
                .orElse("");
        if (!set.isEmpty() && !set.equals("utf8mb4")) {
            sheet.warning(
                    "character-set",
                    Code.CHARACTER_SET,
                    "the schema's character set is " + set,
                    "ALTER DATABASE `" + schema + "` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        }
    }

    private void columns(Session session, Sheet sheet) throws SQLException {
        List<String> others = session.texts(
                "SELECT CONCAT(TABLE_NAME, '.', COLUMN_NAME, ' (', COLLATION_NAME, ')') FROM information_schema.COLUMNS"
                        + " WHERE TABLE_SCHEMA = ? AND COLLATION_NAME IS NOT NULL"
                        + " AND COLLATION_NAME NOT IN ('utf8mb4_bin', 'ascii_bin')"
                        // by which people are sorted
                        + " AND NOT (COLUMN_NAME = 'sort_name' AND COLLATION_NAME = 'utf8mb4_unicode_ci')"
                        + " AND TABLE_NAME <> 'flyway_schema_history' ORDER BY TABLE_NAME, COLUMN_NAME",
                schema);
        if (!others.isEmpty()) {
            sheet.problem(
                    "collations",
                    Code.CHARACTER_SET,
                    "%d columns do not compare as they were made to: %s"
                            .formatted(
                                    others.size(),
                                    String.join(", ", others.subList(0, Math.min(COLUMNS_TOLD, others.size())))),
                    "give them back utf8mb4_bin (ascii_bin for ids and codes) by ALTER TABLE … MODIFY, as in the migrations");
        }
    }
}
