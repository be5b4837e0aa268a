package dev.rechat.local.doctor.database;

import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Sheet;
import java.sql.SQLException;

/** Search compares text without case by a collation; it needs no full-text index, and no parser for Chinese. */
final class SearchCheck implements Check {

    private static final String CHECK = "search";

    @Override
    public void look(Session session, Sheet sheet) throws SQLException {
        try {
            boolean finds = session.text(
                            "SELECT LOCATE(?, CONVERT(? USING utf8mb4) COLLATE utf8mb4_general_ci) > 0"
                                    + " AND CONVERT(? USING utf8mb4) COLLATE utf8mb4_general_ci LIKE ? ESCAPE '!'"
                                    + " AND CONVERT(? USING utf8mb4) COLLATE utf8mb4_bin LIKE ? ESCAPE '!'",
                            "mietvertrag",
                            "Der MIETVERTRAG",
                            "Der MIETVERTRAG",
                            "%mietvertrag%",
                            "租赁合同",
                            "%合同%")
                    .filter("1"::equals)
                    .isPresent();
            if (finds) {
                sheet.ok(CHECK, "finds without case and in Chinese; no full-text index is needed");
                return;
            }
        } catch (SQLException missing) {
            session.rollback();
        }
        sheet.problem(
                CHECK,
                Code.SEARCH_MISSING,
                "text cannot be compared by utf8mb4_general_ci and LIKE",
                "use a server that has that collation; search in the history does not work here");
    }
}
