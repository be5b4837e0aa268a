package dev.rechat.local.doctor.database;

import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Sheet;
import java.sql.SQLException;

/** Whether SKIP LOCKED does skip: some servers read it and wait all the same. Needs a migrated schema. */
final class LockCheck implements Check {

    private static final String ROW =
            "SELECT installed_rank FROM flyway_schema_history WHERE installed_rank = 1 FOR UPDATE";
    private static final int NO_SUCH_TABLE = 1146;

    private final Login login;

    LockCheck(Login login) {
        this.login = login;
    }

    @Override
    public void look(Session session, Sheet sheet) throws SQLException {
        try {
            if (session.text(ROW).isEmpty()) {
                return;
            }
        } catch (SQLException refused) {
            if (refused.getErrorCode() == NO_SUCH_TABLE) {
                return; // nothing has been migrated yet, which is told elsewhere
            }
            throw refused;
        }
        if (skips()) {
            sheet.ok("locks", "a locked row is skipped");
        } else {
            sheet.problem(
                    "locks",
                    Code.LOCKS_NOT_SKIPPED,
                    "SKIP LOCKED is read, and waits all the same or takes the row",
                    "two rounds of maintenance at once would be in each other's way: use MySQL 8, MariaDB 10.6 or later");
        }
        session.rollback();
    }

    private boolean skips() throws SQLException {
        try (Session other = Session.open(login)) {
            other.run("SET SESSION innodb_lock_wait_timeout = 1");
            return other.text(ROW + " SKIP LOCKED").isEmpty();
        } catch (SQLException waited) {
            if ("40001".equals(waited.getSQLState()) || waited.getErrorCode() == 1205) {
                return false;
            }
            throw waited;
        }
    }
}
