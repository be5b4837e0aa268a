package dev.rechat.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.data.exceptions.DataAccessException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeadlocksTest {

    private final AtomicInteger calls = new AtomicInteger();

    private static DataAccessException failure(String state) {
        return new DataAccessException("failed", new SQLException("told by the server", state));
    }

    private int fail(int times, String state) {
        return Deadlocks.retry(() -> {
            if (calls.incrementAndGet() <= times) {
                throw failure(state);
            }
            return calls.get();
        });
    }

    @Test
    void doesATransactionAgainThatTheServerGaveUp() {
        assertThat(fail(3, "40001")).isEqualTo(4);
    }

    @Test
    void givesUpInTheEnd() {
        assertThatThrownBy(() -> fail(100, "40001")).isInstanceOf(DataAccessException.class);
        assertThat(calls).hasValue(5);
    }

    @Test
    void repeatsNothingElse() {
        assertThatThrownBy(() -> fail(1, "23000")).isInstanceOf(DataAccessException.class);
        assertThat(calls).hasValue(1);
    }
}
