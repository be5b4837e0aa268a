package dev.rechat.maintenance.task;

import dev.rechat.maintenance.run.Batch;
import dev.rechat.maintenance.run.Batches;
import dev.rechat.maintenance.run.Task;
import dev.rechat.maintenance.runlog.journey.TransferBusyException;
import dev.rechat.maintenance.runlog.move.RunLogFallback;
import dev.rechat.maintenance.runlog.open.OpenRunEnding;
import dev.rechat.maintenance.runlog.tidy.PausePruning;
import dev.rechat.maintenance.runlog.tidy.Retention;
import dev.rechat.maintenance.settings.MaintenanceConfiguration;
import dev.rechat.persistence.maintenance.TaskName;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.mysql.RunLogPartitions;
import dev.rechat.runlog.mysql.RunRollUp;
import dev.rechat.runlog.settings.RunLogStores;
import dev.rechat.runlog.store.RunLogStore;
import dev.rechat.runlog.store.StoreName;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The records of runs. */
@Factory
final class RunLogTasks {

    private static final int DAYS = 31;
    private static final Batch NOTHING = new Batch(0, false);

    private final RunLogStores stores;

    RunLogTasks(RunLogStores stores) {
        this.stores = stores;
    }

    /** Has nothing to do where the database is the chosen store, and while the chosen one is still away. */
    @Singleton
    Task fallback(RunLogFallback fallback) {
        return new SimpleTask(
                TaskName.RUN_LOG_FALLBACK,
                now -> database()
                        .map(database -> fallback.count(database, stores.tenant()))
                        .orElse(0L),
                now -> database()
                        .filter(_ -> stores.chosen().report(stores.tenant()).reachable())
                        .map(database -> bringing(fallback, database))
                        .orElse(() -> NOTHING));
    }

    /** The database, where it is not the chosen store itself. */
    private Optional<RunLogStore> database() {
        return stores.find(StoreName.MYSQL).filter(database -> database != stores.chosen());
    }

    private Batches bringing(RunLogFallback fallback, RunLogStore database) {
        Deque<RecordType> left = new ArrayDeque<>(List.of(RecordType.values()));
        return () -> {
            RecordType type = left.removeFirst();
            try {
                long brought = fallback.bring(database, stores.chosen(), stores.tenant(), type);
                return new Batch(brought, !left.isEmpty());
            } catch (TransferBusyException _) { // another process does it
                return new Batch(0, !left.isEmpty());
            }
        };
    }

    @Singleton
    Task open(OpenRunEnding ending, MaintenanceConfiguration configuration) {
        return new SimpleTask(
                TaskName.RUN_LOG_OPEN,
                now -> ending.count(now.minus(configuration.openRunsAfter())),
                now -> ending.begin(
                        now.minus(configuration.openRunsAfter()), now.minus(configuration.openRunsGivenUp())));
    }

    @Singleton
    Task pauses(MaintenanceConfiguration configuration) {
        return new SimpleTask(
                TaskName.RUN_LOG_PAUSES,
                now -> Retention.countPauses(stores, now.minus(configuration.pausesKept())),
                now -> new PausePruning(stores, now.minus(configuration.pausesKept())));
    }

    /** Months to come, and the figures of days that are over. Counts nothing: what is to be made is known when it is made. */
    @Singleton
    Task partitions(RunLogPartitions partitions, RunRollUp rollUp) {
        return new SimpleTask(TaskName.RUN_LOG_PARTITIONS, _ -> 0, _ -> () -> {
            int rolled = rollUp.roll(stores.tenant(), DAYS);
            return new Batch(partitions.prepare() + rolled, rolled == DAYS);
        });
    }

    @Singleton
    Task retention(Retention retention) {
        return new SimpleTask(TaskName.RUN_LOGS, retention::count, retention::begin);
    }
}
