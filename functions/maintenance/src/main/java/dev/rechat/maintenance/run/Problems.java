package dev.rechat.maintenance.run;

import dev.rechat.persistence.maintenance.MaintenanceRun;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** What went wrong, in words that hold nothing of what people wrote: messages of databases quote values. */
public final class Problems {

    private Problems() {}

    public static String of(Throwable failure) {
        String problem = failure instanceof TaskProblem named
                ? String.valueOf(named.getMessage())
                : failure.getClass().getSimpleName();
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                problem = of(sql);
            }
        }
        return problem.substring(0, Math.min(problem.length(), MaintenanceRun.MAX_PROBLEM));
    }

    /** A database that was not reached has refused nothing; the pool, which waits for it, knows no state. */
    private static String of(SQLException failure) {
        @Nullable String state = failure.getSQLState();
        if (state == null && failure instanceof SQLTransientConnectionException) {
            return "the database gave no connection in time (RECHAT_DATABASE_PATIENCE)";
        }
        return failure.getErrorCode() == 0
                ? "the connection to the database failed: state " + state
                : "the database refused: error " + failure.getErrorCode() + ", state " + state;
    }
}
