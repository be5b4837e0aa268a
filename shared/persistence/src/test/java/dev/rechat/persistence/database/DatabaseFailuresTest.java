package dev.rechat.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.error.ErrorCode;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.exceptions.NoConnectionException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseFailuresTest {

    private final DatabaseFailures failures = new DatabaseFailures();

    static Stream<Exception> passing() {
        return Stream.of(
                new SQLTransientConnectionException("pool: connection is not available"),
                new SQLNonTransientConnectionException("server shutdown in progress"),
                new SQLRecoverableException("communications link failure"),
                new SQLTransactionRollbackException("deadlock found", "40001"),
                new SQLException("connection refused", "08001"),
                new ConnectionException("could not set read-only", new SQLException("Connection is closed")));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void tellsThatTheDatabaseIsAwayHoweverDeepThatIsSaid(Exception cause) {
        RuntimeException failure = new IllegalStateException(new IllegalStateException(cause));

        assertThat(failures.translate(failure)).hasValueSatisfying(told -> {
            assertThat(told.code()).isEqualTo(ErrorCode.DATABASE_UNAVAILABLE);
            assertThat(told.retryAfter()).contains(Duration.ofSeconds(5));
            assertThat(told).hasCause(failure).hasMessageNotContaining("refused");
        });
    }

    static Stream<Exception> defects() {
        return Stream.of(
                new SQLSyntaxErrorException("you have an error in your SQL", "42000"),
                new SQLIntegrityConstraintViolationException("column cannot be null", "23000"),
                new SQLException("no state at all"),
                new NoConnectionException("no transaction"),
                new IllegalArgumentException("nothing to do with a database"));
    }

    @ParameterizedTest
    @MethodSource("defects")
    void leavesDefectsToOthers(Exception cause) {
        assertThat(failures.translate(new IllegalStateException(cause))).isEmpty();
    }

    @Test
    void endsWithACircleOfCauses() {
        RuntimeException inner = new IllegalStateException("inner");
        RuntimeException outer = new IllegalStateException("outer", inner);
        inner.initCause(outer);

        assertThat(failures.translate(outer)).isEmpty();
    }
}
