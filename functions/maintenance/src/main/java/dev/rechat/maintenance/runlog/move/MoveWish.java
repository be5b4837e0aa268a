package dev.rechat.maintenance.runlog.move;

import dev.rechat.maintenance.runlog.journey.Journeys;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.store.RunLogStore;
import java.util.List;

/**
 * What is to be moved.
 *
 * @param types in this order; runs come first, so that what is open is known
 * @param restart forget how far an earlier attempt came
 */
public record MoveWish(
        RunLogStore from,
        RunLogStore to,
        Tenant tenant,
        TimeRange range,
        List<RecordType> types,
        int batchSize,
        boolean restart) {

    public static final int LARGEST_BATCH = 10_000;

    public MoveWish {
        types = List.copyOf(types);
        if (from.name() == to.name()) {
            throw new IllegalArgumentException("records are moved from one store to another, not to the same");
        }
        if (batchSize < 1 || batchSize > LARGEST_BATCH) {
            throw new IllegalArgumentException("a batch has 1 to 10,000 records");
        }
    }

    /** What this and every other attempt at the same is noted under. */
    String key(RecordType type) {
        return "move:%s:%s:%s:%s:%s"
                .formatted(from.name().wire(), to.name().wire(), tenant.id(), Journeys.span(range), type.wire());
    }
}
