package dev.rechat.local.doctor.database;

import dev.rechat.local.doctor.report.Sheet;
import java.sql.SQLException;

/** One thing to look at in a database that answers. */
@FunctionalInterface
interface Check {

    /** @throws SQLException when the server refuses to tell, which is no finding of its own */
    void look(Session session, Sheet sheet) throws SQLException;
}
