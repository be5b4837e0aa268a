package dev.rechat.maintenance.run;

import dev.rechat.persistence.maintenance.MaintenanceRun;
import java.sql.SQLException;
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
                problem = "the database refused: error " + sql.getErrorCode() + ", state " + sql.getSQLState();
            }
        }
        return problem.substring(0, Math.min(problem.length(), MaintenanceRun.MAX_PROBLEM));
    }
}
