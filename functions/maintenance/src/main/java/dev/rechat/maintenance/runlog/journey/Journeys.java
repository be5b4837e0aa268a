package dev.rechat.maintenance.runlog.journey;

import dev.rechat.persistence.transfer.TransferState;
import dev.rechat.runlog.TimeRange;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Whose turn it is to carry records on, and how far they have come. One process holds a journey at a time; that of a process
 * which was killed is free after {@link #LEASE}.
 */
@Singleton
public final class Journeys {

    /** Longer than a batch takes, its retries included. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private final Checkpoints checkpoints;
    private final Clock clock;

    Journeys(Checkpoints checkpoints, Clock clock) {
        this.checkpoints = checkpoints;
        this.clock = clock;
    }

    /** A range of time as part of a key. */
    public static String span(TimeRange range) {
        return (range.start() == null ? "" : range.start()) + ".." + (range.end() == null ? "" : range.end());
    }

    /**
     * @throws TransferBusyException when another process is at it
     * @throws dev.rechat.runlog.RunLogUnavailableException when the database does not answer, asked a few times
     */
    public Journey begin(String key) {
        Instant now = clock.instant();
        String owner = UUID.randomUUID().toString();
        boolean claimed = checkpoints.soon(states -> {
            states.note(key, now);
            return states.claim(key, owner, now, now.plus(LEASE)) > 0;
        });
        Optional<TransferState> noted = checkpoints.soon(states -> states.findById(key));
        if (!claimed) {
            Instant until = noted.map(TransferState::leaseUntil).orElse(now);
            throw new TransferBusyException(
                    "another process is at it, or was killed: it is free again at " + until + " at the latest");
        }
        return new Journey(checkpoints, clock, owner, noted.orElseThrow());
    }
}
