package dev.rechat.maintenance.runlog.tidy;

import dev.rechat.maintenance.run.Batch;
import dev.rechat.maintenance.run.Batches;
import dev.rechat.maintenance.runlog.store.Stores;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.payload.PayloadStore;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Records that are older than the operator keeps them, of every store that is configured: the one that is not chosen may hold
 * what was moved away, or what fell back.
 */
@Singleton
public final class Retention {

    private final Stores stores;
    private final BeanProvider<PayloadStore> files;
    private final int days;

    /** @param days 0 to keep all */
    Retention(
            Stores stores,
            BeanProvider<PayloadStore> files,
            @Property(name = "rechat.runlog.retention-days", defaultValue = "0") int days) {
        this.stores = stores;
        this.files = files;
        this.days = days;
    }

    /** How many runs are older. */
    public long count(Instant now) {
        return days < 1 ? 0 : count(stores, RecordType.WORKFLOW_RUNS, now.minus(Duration.ofDays(days)));
    }

    public static long countPauses(Stores stores, Instant before) {
        return count(stores, RecordType.PAUSES, before);
    }

    private static long count(Stores stores, RecordType type, Instant before) {
        return stores.all().stream()
                .mapToLong(store -> store.transfer().count(type, stores.tenant(), TimeRange.before(before)))
                .sum();
    }

    public Batches begin(Instant now) {
        Deque<Cleanup> left = new ArrayDeque<>();
        if (days > 0) {
            Instant before = now.minus(Duration.ofDays(days));
            stores.all().forEach(store -> left.add(new Cleanup(store, files.get(), stores.tenant(), before, false)));
        }
        return () -> next(left);
    }

    private static Batch next(Deque<Cleanup> left) {
        Cleanup cleanup = left.peek();
        if (cleanup == null) {
            return new Batch(0, false);
        }
        long before = cleanup.report().removed();
        if (!cleanup.next()) {
            left.remove();
        }
        return new Batch(cleanup.report().removed() - before, !left.isEmpty());
    }
}
