package dev.rechat.persistence.search;

import dev.rechat.kernel.error.DependencyException;
import dev.rechat.kernel.error.ErrorCode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A bound that the server itself keeps, for statements that read much; each database takes the other's for a comment. */
final class Deadline {

    /** How such a statement begins: MariaDB reads the first half, MySQL the second; five seconds. */
    static final String SELECT =
            "/*M!100100 SET STATEMENT max_statement_time=5 FOR */ SELECT /*+ MAX_EXECUTION_TIME(5000) */";

    /** MariaDB's ER_STATEMENT_TIMEOUT and MySQL's ER_QUERY_TIMEOUT. */
    private static final Set<Integer> REACHED = Set.of(1969, 3024);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private Deadline() {}

    /** @throws DependencyException when the server gave up: it has too much to do */
    static <T> T keep(Supplier<T> statement) {
        try {
            return statement.get();
        } catch (RuntimeException failure) {
            for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql && REACHED.contains(sql.getErrorCode())) {
                    throw new DependencyException(
                            ErrorCode.DATABASE_UNAVAILABLE, "the search took too long", failure, RETRY_AFTER);
                }
            }
            throw failure;
        }
    }
}
