package dev.rechat.persistence.database;

import dev.rechat.kernel.error.AppException;
import dev.rechat.kernel.error.DependencyException;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.FailureTranslator;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.exceptions.NoConnectionException;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells a database that cannot be reached, or that gave up one of two transactions in each other's way, from a statement
 * that is wrong: the first passes, the second is ours.
 */
@Singleton
final class DatabaseFailures implements FailureTranslator {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final int DEEPEST_CAUSE = 20;

    @Override
    public Optional<AppException> translate(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (isLost(cause) || cause instanceof SQLException sql && passes(sql)) {
                return Optional.of(new DependencyException(
                        ErrorCode.DATABASE_UNAVAILABLE, "the database does not answer now", failure, RETRY_AFTER));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    /** What is done with a connection that broke while it was used; it hides the failure that broke it. */
    private static boolean isLost(Throwable failure) {
        return failure instanceof ConnectionException && !(failure instanceof NoConnectionException);
    }

    /** SQLState class 08 is "connection exception" (ISO 9075); the types cover drivers and the pool, which leave it out. */
    private static boolean passes(SQLException failure) {
        return switch (failure) {
            case SQLTransientConnectionException _,
                    SQLNonTransientConnectionException _,
                    SQLRecoverableException _,
                    SQLTransactionRollbackException _ -> true;
            default -> failure.getSQLState() != null && failure.getSQLState().startsWith("08");
        };
    }
}
