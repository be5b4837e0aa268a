package dev.rechat.maintenance.runlog.journey;

import dev.rechat.persistence.database.Deadlocks;
import dev.rechat.persistence.transfer.TransferState;
import dev.rechat.persistence.transfer.TransferStateRepository;
import dev.rechat.runlog.TimeRange;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Whose turn it is to carry records on, and how far they have come. One process holds a journey at a time; that of a process
 * which was killed is free after {@link #LEASE}.
 */
@Singleton
public final class Journeys {

    /** Longer than a batch takes, its retries included. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private final TransferStateRepository states;
    private final Clock clock;

    Journeys(TransferStateRepository states, Clock clock) {
        this.states = states;
        this.clock = clock;
    }

    /** A range of time as part of a key. */
    public static String span(TimeRange range) {
        return (range.start() == null ? "" : range.start()) + ".." + (range.end() == null ? "" : range.end());
    }

    /** @throws TransferBusyException when another process is at it */
    public Journey begin(String key) {
        Instant now = clock.instant();
        String owner = UUID.randomUUID().toString();
        Deadlocks.retry(() -> {
            states.note(key, now);
            return 1L;
        });
        if (Deadlocks.retry(() -> states.claim(key, owner, now, now.plus(LEASE))) == 0) {
            Instant until = states.findById(key).map(TransferState::leaseUntil).orElse(now);
            throw new TransferBusyException(
                    "another process is at it, or was killed: it is free again at " + until + " at the latest");
        }
        return new Journey(states, clock, owner, states.findById(key).orElseThrow());
    }
}
