package dev.rechat.runlog.writing;

import dev.rechat.runlog.RejectedRecordException;
import dev.rechat.runlog.RunLogUnavailableException;
import dev.rechat.runlog.store.RunLogStore;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.transaction.exceptions.TransactionException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the queue into the configured store. One that fails is left alone for a while that grows, and what comes waits. When
 * it fails for long, or too much waits, another store takes it, where there is one.
 */
final class Draining {

    static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(Draining.class);

    private static final int ROUND_RECORDS = 500;
    private static final long ROUND_BYTES = 4L * 1024 * 1024;

    /** A store that fails with so many records one by one is not fit to be written to. */
    private static final int MOST_DEFECTS = 8;

    private final WriteQueue queue;
    private final RoundWriting writing;
    private final RunLogStore chosen;
    private final @Nullable RunLogStore fallback;
    private final Duration patience;
    private final WritingSignals signals;
    private final LongSupplier nanoTime;
    private Duration pause = Duration.ZERO;
    private long failingSince;
    private long tryAgainAt;
    private int defects;
    private volatile StoreState state = StoreState.READY;

    /**
     * @param fallback null where the configured store is the last resort itself
     * @param patience how long the configured store may fail before the other one takes what comes
     */
    Draining(
            WriteQueue queue,
            RoundWriting writing,
            RunLogStore chosen,
            @Nullable RunLogStore fallback,
            Duration patience,
            WritingSignals signals,
            LongSupplier nanoTime) {
        this.queue = queue;
        this.writing = writing;
        this.chosen = chosen;
        this.fallback = fallback;
        this.patience = patience;
        this.signals = signals;
        this.nanoTime = nanoTime;
        this.tryAgainAt = nanoTime.getAsLong();
    }

    StoreState state() {
        return state;
    }

    /**
     * Writes what there is.
     *
     * @param last whether there will be no other time: a store that failed a moment ago is tried all the same
     * @return how long to wait before trying again what is left; empty when nothing is
     */
    synchronized Optional<Duration> drain(boolean last) {
        defects = 0;
        if (last) {
            tryAgainAt = nanoTime.getAsLong();
        }
        while (queue.size() > 0) {
            boolean tried = !resting();
            boolean hurried = last || queue.isPressed();
            if (!tried && !fallsBack(hurried)) {
                return Optional.of(Duration.ofNanos(Math.max(1, tryAgainAt - nanoTime.getAsLong())));
            }
            List<LogEntry> round = queue.take(ROUND_RECORDS, ROUND_BYTES);
            boolean written = tried && intoChosen(round) || fallsBack(hurried) && intoFallback(round);
            if (!written) {
                queue.giveBack(round);
                signals.waiting(queue.size());
                say(StoreState.WAITING);
                return Optional.of(pause);
            }
            signals.waiting(queue.size());
        }
        return Optional.empty();
    }

    private boolean resting() {
        return !pause.isZero() && nanoTime.getAsLong() - tryAgainAt < 0;
    }

    private boolean fallsBack(boolean hurried) {
        return fallback != null
                && !pause.isZero()
                && (hurried || nanoTime.getAsLong() - failingSince >= patience.toNanos());
    }

    private boolean intoChosen(List<LogEntry> round) {
        try {
            written(round);
            pause = Duration.ZERO;
            say(StoreState.READY);
            return true;
        } catch (RunLogUnavailableException
                | CannotGetJdbcConnectionException
                | ConnectionException
                | TransactionException away) {
            rest();
            LOG.warn("{} takes no run logs now: {}", chosen.name(), away.getMessage());
            return false;
        }
    }

    /** All that can be written; a record that nobody can write keeps no other. */
    private void written(List<LogEntry> round) {
        try {
            writing.write(chosen, round);
            signals.written(round.size());
        } catch (RejectedRecordException refused) {
            signals.rejected();
            LOG.error("{} refuses a run log for good: {}", chosen.name(), refused.getMessage());
            intoFallback(round);
        } catch (RunLogUnavailableException
                | CannotGetJdbcConnectionException
                | ConnectionException
                | TransactionException away) {
            throw away;
        } catch (
                RuntimeException
                        defect) { // whatever a store throws beside what it says: the other records must not suffer
            apart(round, defect);
        }
    }

    private void apart(List<LogEntry> round, RuntimeException defect) {
        if (round.size() > 1) {
            written(round.subList(0, round.size() / 2));
            written(round.subList(round.size() / 2, round.size()));
            return;
        }
        if (++defects > MOST_DEFECTS) {
            throw new RunLogUnavailableException("too many records fail", defect);
        }
        signals.rejected();
        LOG.error("{} cannot write run log {}", chosen.name(), round.getFirst().slot(), defect);
        intoFallback(round);
    }

    private void rest() {
        if (pause.isZero()) {
            failingSince = nanoTime.getAsLong();
        }
        Duration twice = pause.multipliedBy(2);
        pause = pause.isZero() ? FIRST_PAUSE : twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
        tryAgainAt = nanoTime.getAsLong() + pause.toNanos();
    }

    private boolean intoFallback(List<LogEntry> round) {
        RunLogStore other = fallback;
        if (other == null) {
            return false;
        }
        try {
            writing.write(other, round);
            signals.fallenBack(round.size());
            if (!pause.isZero()) {
                say(StoreState.FALLEN_BACK);
            }
            return true;
        } catch (RuntimeException alsoAway) { // the last resort: whatever it was, the records wait
            LOG.warn("{} takes no run logs either: {}", other.name(), alsoAway.getMessage());
            return false;
        }
    }

    /** Once for each change. */
    private void say(StoreState now) {
        if (state == now) {
            return;
        }
        state = now;
        switch (now) {
            case READY -> LOG.info("run logs go into {} again", chosen.name());
            case WAITING -> LOG.error("run logs wait: no store takes them; what is too much will be lost");
            case FALLEN_BACK -> LOG.error("run logs go into the database until {} takes them again", chosen.name());
        }
    }
}
