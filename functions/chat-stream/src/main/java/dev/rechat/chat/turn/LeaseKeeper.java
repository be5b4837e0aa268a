package dev.rechat.chat.turn;

import dev.rechat.kernel.id.TurnId;
import dev.rechat.persistence.turn.TurnRepository;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews the leases of the turns this process produces, so that nobody takes them for dead while it lives. */
@Singleton
final class LeaseKeeper {

    /** Three renewals may fail before a turn counts as abandoned. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final Duration RENEWAL = Duration.ofSeconds(15);
    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

    private final TaskScheduler scheduler;
    private final TurnRepository turns;
    private final Clock clock;
    private final Set<TurnId> held = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledFuture<?> ticker;

    LeaseKeeper(@Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler, TurnRepository turns, Clock clock) {
        this.scheduler = scheduler;
        this.turns = turns;
        this.clock = clock;
    }

    Instant untilFromNow() {
        return clock.instant().plus(LEASE);
    }

    synchronized void hold(TurnId turn) {
        held.add(turn);
        if (ticker == null) {
            ticker = scheduler.scheduleAtFixedRate(RENEWAL, RENEWAL, this::renew);
        }
    }

    synchronized void release(TurnId turn) {
        held.remove(turn);
        if (held.isEmpty()) {
            stop();
        }
    }

    @PreDestroy
    synchronized void stop() {
        if (ticker != null) {
            ticker.cancel(false);
            ticker = null;
        }
    }

    private void renew() {
        if (held.isEmpty()) {
            return;
        }
        try {
            turns.renewLeases(held, untilFromNow());
        } catch (DataAccessException databaseDown) {
            LOG.warn("leases not renewed: {}", databaseDown.getMessage());
        }
    }
}
