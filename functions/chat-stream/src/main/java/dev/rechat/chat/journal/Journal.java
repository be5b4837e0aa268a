package dev.rechat.chat.journal;

import dev.rechat.chat.journal.JournalEntry.Unwritten;
import dev.rechat.chat.settings.TurnsConfiguration;
import dev.rechat.chat.tick.Ticker;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.persistence.turn.HeldTurn;
import dev.rechat.persistence.turn.TurnStatus;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import io.micronaut.transaction.exceptions.TransactionException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the running turns of this process to the log, all of them together at an interval, renews their leases (and lets
 * old logs go with that), and tells them what others want of them. It reads the feeds; the relay never waits for it, and a
 * database that is away is written to when it is back.
 */
@Singleton
public final class Journal {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private final JournalStore store;
    private final TurnLog log;
    private final ProducerId producer;
    private final Leases leases;
    private final Clock clock;
    private final Ticker<JournalEntry> ticker;
    private final Map<TurnId, JournalEntry> entries = new ConcurrentHashMap<>();
    private volatile Instant renewAt = Instant.MIN;

    Journal(
            JournalStore store,
            TurnLog log,
            ProducerId producer,
            Leases leases,
            Clock clock,
            TurnsConfiguration configuration,
            @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
        this.store = store;
        this.log = log;
        this.producer = producer;
        this.leases = leases;
        this.clock = clock;
        this.ticker = new Ticker<>(scheduler, configuration.journalInterval(), due -> write(due));
    }

    /** Begins to keep a turn that this process holds. @param written how many of its events the log has already */
    public void keep(JournaledTurn turn, int written) {
        JournalEntry entry = new JournalEntry(turn, written);
        entries.put(turn.id(), entry);
        ticker.add(entry);
    }

    /** Ends it; what is not yet written stays unwritten. */
    public void forget(JournaledTurn turn) {
        JournalEntry entry = entries.remove(turn.id());
        if (entry != null) {
            ticker.remove(entry);
        }
    }

    /** Writes what there is of one turn, now. @return whether it is in the log */
    public boolean writeNow(JournaledTurn turn) {
        JournalEntry entry = entries.get(turn.id());
        return entry != null && write(List.of(entry));
    }

    private synchronized boolean write(List<JournalEntry> due) {
        Instant now = clock.instant();
        boolean renew = !now.isBefore(renewAt);
        List<Unwritten> unwritten = new ArrayList<>(due.size());
        due.forEach(entry -> unwritten.add(entry.unwritten()));
        try {
            Map<TurnId, HeldTurn> held = store.write(unwritten, renew);
            if (renew) {
                renewAt = now.plus(leases.renewal());
            }
            for (int i = 0; i < due.size(); i++) {
                settle(due.get(i), unwritten.get(i), held.get(due.get(i).turn().id()));
            }
            if (renew) {
                purge();
            }
            return true;
        } catch (CannotGetJdbcConnectionException
                | ConnectionException
                | DataAccessException
                | TransactionException databaseDown) {
            LOG.warn("the log of {} turns waits for the database: {}", due.size(), databaseDown.getMessage());
            return false;
        }
    }

    /** What cannot be let go now is let go another time. */
    private void purge() {
        try {
            log.purge();
        } catch (DataAccessException | TransactionException unwell) {
            LOG.warn("old logs are kept for now: {}", unwell.getMessage());
        }
    }

    private void settle(JournalEntry entry, Unwritten written, @Nullable HeldTurn held) {
        if (held != null
                && held.status() == TurnStatus.STREAMING
                && producer.value().equals(held.producer())) {
            entry.wrote(written);
            if (held.stopRequestedAt() != null) {
                entry.turn().stopRequested();
            }
        } else if (held == null || !canStillEnd(entry, held)) {
            entry.turn().lost();
        }
    }

    /**
     * Interrupted behind our back: this process still has the whole answer and will end it once more. Whoever takes over
     * a turn that is no run cannot but interrupt it.
     */
    private static boolean canStillEnd(JournalEntry entry, HeldTurn held) {
        return held.status() == TurnStatus.INTERRUPTED
                || held.status() == TurnStatus.STREAMING
                        && entry.turn().difyIds().run() == null;
    }

    @PreDestroy
    void stop() {
        ticker.close();
    }
}
