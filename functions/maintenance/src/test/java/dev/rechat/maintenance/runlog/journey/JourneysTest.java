package dev.rechat.maintenance.runlog.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.kernel.error.DependencyException;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.FailureTranslator;
import dev.rechat.persistence.transfer.TransferState;
import dev.rechat.persistence.transfer.TransferStateRepository;
import dev.rechat.runlog.RecordKey;
import dev.rechat.runlog.RunLogUnavailableException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A database that is too busy for a moment ends no journey. */
final class JourneysTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final FailureTranslator TRANSLATOR = failure -> failure instanceof CannotGetJdbcConnectionException
            ? Optional.of(new DependencyException(
                    ErrorCode.DATABASE_UNAVAILABLE, "the database does not answer now", failure, Duration.ZERO))
            : Optional.empty();

    private final BusyStates states = new BusyStates();
    private final Journeys journeys = new Journeys(
            new Checkpoints(states, List.of(TRANSLATOR), patience(3), patience(8)), Clock.fixed(NOON, ZoneOffset.UTC));

    private static Patience patience(int attempts) {
        return new Patience(attempts, Duration.ZERO, () -> false);
    }

    @Test
    void beginsWhenTheDatabaseAnswersAtTheThirdCall() {
        states.busy = 2;

        assertThat(journeys.begin("a").state().pass()).isZero();
    }

    @Test
    void tellsSoonThatTheDatabaseIsAwayAndWhy() {
        states.busy = Integer.MAX_VALUE;

        assertThatThrownBy(() -> journeys.begin("a"))
                .isInstanceOf(RunLogUnavailableException.class)
                .hasMessage("the database gave no connection in time (RECHAT_DATABASE_PATIENCE)");
        assertThat(states.calls).isEqualTo(3);
    }

    @Test
    void keepsWhatHasArrivedThoughTheDatabaseIsAwayForLonger() {
        RecordKey last = new RecordKey(NOON, "run-7");
        try (Journey journey = journeys.begin("a")) {
            states.busy = 7;
            journey.arrived(last, 10, 10, 0);
            states.busy = 7;
        }

        try (Journey next = journeys.begin("a")) {
            assertThat(next.after()).isEqualTo(last);
            assertThat(next.state().recordsRead()).isEqualTo(10);
        }
    }

    @Test
    void doesNotAskAgainWhatIsADefect() {
        states.defect = new IllegalStateException("no such column");

        assertThatThrownBy(() -> journeys.begin("a")).isSameAs(states.defect);
        assertThat(states.calls).isEqualTo(1);
    }

    /** One row, and no connection at so many calls to come. */
    private static final class BusyStates implements TransferStateRepository {

        private int busy;
        private int calls;
        private @Nullable RuntimeException defect;
        private @Nullable TransferState state;

        private void called() {
            calls++;
            if (defect != null) {
                throw defect;
            }
            if (busy > 0) {
                busy--;
                throw new CannotGetJdbcConnectionException(
                        "no connection", new SQLTransientConnectionException("timed out"));
            }
        }

        @Override
        public Optional<TransferState> findById(String transferKey) {
            called();
            return Optional.ofNullable(state);
        }

        @Override
        public void note(String transferKey, Instant now) {
            called();
            state = state == null ? TransferState.begun(transferKey, now) : state;
        }

        @Override
        public long claim(String transferKey, String owner, Instant now, Instant until) {
            called();
            return 1;
        }

        @Override
        public long advance(
                String transferKey,
                String owner,
                Instant until,
                int pass,
                Instant passBeganAt,
                @Nullable Instant readFrom,
                @Nullable Instant afterCreatedAt,
                @Nullable String afterId,
                long recordsRead,
                long recordsWritten,
                long recordsRefused,
                Instant begunAt,
                @Nullable Instant finishedAt) {
            called();
            state = new TransferState(
                    transferKey,
                    pass,
                    passBeganAt,
                    readFrom,
                    afterCreatedAt,
                    afterId,
                    recordsRead,
                    recordsWritten,
                    recordsRefused,
                    begunAt,
                    finishedAt,
                    owner,
                    until);
            return 1;
        }

        @Override
        public void release(String transferKey, String owner) {
            called();
        }
    }
}
