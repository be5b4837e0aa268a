package dev.rechat.maintenance.task;

import static dev.rechat.maintenance.task.Pruning.ROWS;

import dev.rechat.kernel.id.TimeOrder;
import dev.rechat.maintenance.run.Batch;
import dev.rechat.maintenance.run.Task;
import dev.rechat.maintenance.settings.MaintenanceConfiguration;
import dev.rechat.persistence.database.Deadlocks;
import dev.rechat.persistence.maintenance.ExpiredRepository;
import dev.rechat.persistence.maintenance.MaintenanceRunRepository;
import dev.rechat.persistence.maintenance.TaskName;
import dev.rechat.persistence.turn.TurnEventsRepository;
import dev.rechat.turns.log.LogRetention;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** What is kept for a time that the operator sets. */
@Factory
final class HouseholdTasks {

    /** Logs are large: fewer of them at a time. */
    private static final int LOGS = 100;

    private final MaintenanceConfiguration configuration;
    private final ExpiredRepository expired;

    HouseholdTasks(MaintenanceConfiguration configuration, ExpiredRepository expired) {
        this.configuration = configuration;
        this.expired = expired;
    }

    @Singleton
    Task turnLogs(TurnEventsRepository events, LogRetention retention) {
        return new Pruning(
                TaskName.TURN_LOGS,
                retention.logRetention(),
                expired::countLogs,
                before -> () -> Batch.of(Deadlocks.retry(() -> events.purge(before, LOGS)), LOGS));
    }

    /** The bytes stay at Dify, whose API deletes no uploads. */
    @Singleton
    Task uploads() {
        return new Pruning(
                TaskName.UPLOADS,
                configuration.uploadsKept(),
                before -> expired.countUploads(TimeOrder.startOf(before)),
                Pruning.picking(
                        before -> expired.listUploads(TimeOrder.startOf(before), ROWS),
                        (ids, before) -> expired.removeUploads(ids)));
    }

    @Singleton
    Task runs(MaintenanceRunRepository runs) {
        return new Pruning(
                TaskName.MAINTENANCE_RUNS,
                configuration.runsKept(),
                before -> runs.countOlder(TimeOrder.startOf(before)),
                Pruning.removing(before -> runs.removeOlder(TimeOrder.startOf(before), ROWS)));
    }
}
