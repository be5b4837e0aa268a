package dev.rechat.maintenance.runlog.move;

import dev.rechat.maintenance.runlog.journey.Journey;
import dev.rechat.maintenance.runlog.journey.Journeys;
import dev.rechat.maintenance.runlog.journey.Patience;
import dev.rechat.maintenance.runlog.kind.Kinds;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.store.RunLogStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Brings records to the chosen store that the database took while it was away. A fallback is always of the present, so each pass
 * begins shortly before the last one did; what came before the first pass is left to whoever moves it. The copies in the database
 * go when their time is over.
 */
@Singleton
public final class RunLogFallback {

    /** How far back the first pass looks: longer than a store is away before somebody has chosen another one. */
    private static final Duration FIRST = Duration.ofDays(2);

    private static final int BATCH = 1_000;

    private final Journeys journeys;
    private final Clock clock;

    RunLogFallback(Journeys journeys, Clock clock) {
        this.journeys = journeys;
        this.clock = clock;
    }

    /** How many records of late there are in the database, whether or not they have been brought. Changes nothing. */
    public long count(RunLogStore database, Tenant tenant) {
        TimeRange lately = TimeRange.since(clock.instant().minus(KindMove.MARGIN));
        return List.of(RecordType.values()).stream()
                .mapToLong(type -> database.transfer().count(type, tenant, lately))
                .sum();
    }

    /**
     * Brings those of one kind.
     *
     * @return how many were not there
     * @throws dev.rechat.runlog.RunLogUnavailableException when a store does not answer; the next call goes on from there
     * @throws dev.rechat.maintenance.runlog.journey.TransferBusyException when another process is at it
     */
    public long bring(RunLogStore database, RunLogStore chosen, Tenant tenant, RecordType type) {
        MoveWish wish = new MoveWish(database, chosen, tenant, TimeRange.ALL, List.of(type), BATCH, false);
        try (Journey journey =
                journeys.begin("fallback:" + chosen.name().wire() + ":" + tenant.id() + ":" + type.wire())) {
            if (journey.state().pass() == 0) {
                Instant first = clock.instant().minus(FIRST);
                journey.nextPass(first);
            }
            KindMove<?> move = new KindMove<>(wish, Kinds.of(type), Patience.none(), MoveWatch.NONE);
            move.catchUp(journey, () -> false);
            return move.report().written();
        }
    }
}
