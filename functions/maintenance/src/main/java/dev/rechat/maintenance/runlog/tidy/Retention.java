package dev.rechat.maintenance.runlog.tidy;

import dev.rechat.maintenance.run.Batch;
import dev.rechat.maintenance.run.Batches;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.payload.PayloadStore;
import dev.rechat.runlog.settings.RunLogConfiguration;
import dev.rechat.runlog.settings.RunLogStores;
import io.micronaut.context.BeanProvider;
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

    private final RunLogStores stores;
    private final BeanProvider<PayloadStore> files;
    private final int days;

    Retention(RunLogStores stores, BeanProvider<PayloadStore> files, RunLogConfiguration configuration) {
        this.stores = stores;
        this.files = files;
        this.days = configuration.retentionDays();
    }

    /** How many runs are older. */
    public long count(Instant now) {
        return days < 1 ? 0 : count(stores, RecordType.WORKFLOW_RUNS, now.minus(Duration.ofDays(days)));
    }

    public static long countPauses(RunLogStores stores, Instant before) {
        return count(stores, RecordType.PAUSES, before);
    }

    private static long count(RunLogStores stores, RecordType type, Instant before) {
        return stores.all().stream()
                .mapToLong(store -> store.transfer().count(type, stores.tenant(), TimeRange.before(before)))
                .sum();
    }

    public Batches begin(Instant now) {
        Deque<Cleanup> left = new ArrayDeque<>();
        if (days > 0) {
            Instant before = now.minus(Duration.ofDays(days));
            stores.all()
                    .forEach(store -> left.add(
                            new Cleanup(store, stores.besides(store), files.get(), stores.tenant(), before, false)));
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
