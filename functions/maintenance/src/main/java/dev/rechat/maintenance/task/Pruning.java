package dev.rechat.maintenance.task;

import dev.rechat.maintenance.run.Batch;
import dev.rechat.maintenance.run.Batches;
import dev.rechat.maintenance.run.Task;
import dev.rechat.persistence.database.Deadlocks;
import dev.rechat.persistence.maintenance.TaskName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Removes rows that are older than a time, some per statement. Two that do it at once remove different ones, or one finds
 * nothing.
 *
 * @param kept how long rows stay
 * @param due how many are older
 * @param removal of some that are older
 */
record Pruning(TaskName name, Duration kept, ToLongFunction<Instant> due, Function<Instant, Batches> removal)
        implements Task {

    /** Few enough that a statement takes milliseconds. */
    static final int ROWS = 500;

    /** Of rows that one statement finds by an index and removes. */
    static Function<Instant, Batches> removing(ToLongFunction<Instant> statement) {
        return before -> () -> Batch.of(Deadlocks.retry(() -> statement.applyAsLong(before)), ROWS);
    }

    /** Of rows that are looked for without locks, then removed by their keys. */
    static Function<Instant, Batches> picking(Function<Instant, List<String>> pick, KeyedRemoval removal) {
        return before -> () -> {
            List<String> keys = pick.apply(before);
            long removed = keys.isEmpty() ? 0 : Deadlocks.retry(() -> removal.remove(keys, before));
            return new Batch(removed, keys.size() == ROWS);
        };
    }

    /**
     * Of rows whose age no index knows: they are looked for without locks in the order of their keys, so that those that stay
     * are passed over once in a run, then removed by their keys.
     */
    static Function<Instant, Batches> walking(Keys next, KeyedRemoval removal) {
        return before -> new Walk(next, removal, before);
    }

    @Override
    public long count(Instant now) {
        return due.applyAsLong(now.minus(kept));
    }

    @Override
    public Batches begin(Instant now) {
        return removal.apply(now.minus(kept));
    }

    /** Some keys of rows that are older. */
    @FunctionalInterface
    interface Keys {
        /** @param after the last one before, or nothing */
        List<String> list(String after, Instant before);
    }

    private static final class Walk implements Batches {

        private final Keys keys;
        private final KeyedRemoval removal;
        private final Instant before;
        private String after = "";

        Walk(Keys keys, KeyedRemoval removal, Instant before) {
            this.keys = keys;
            this.removal = removal;
            this.before = before;
        }

        @Override
        public Batch next() {
            List<String> some = keys.list(after, before);
            if (some.isEmpty()) {
                return new Batch(0, false);
            }
            after = some.getLast();
            return new Batch(Deadlocks.retry(() -> removal.remove(some, before)), some.size() == ROWS);
        }
    }

    /** Removes what is still as old as it was. */
    @FunctionalInterface
    interface KeyedRemoval {
        long remove(List<String> keys, Instant before);
    }
}
