package dev.rechat.maintenance.task;

import static dev.rechat.maintenance.task.Pruning.ROWS;

import dev.rechat.maintenance.run.Batch;
import dev.rechat.maintenance.run.Task;
import dev.rechat.maintenance.settings.MaintenanceConfiguration;
import dev.rechat.persistence.database.Deadlocks;
import dev.rechat.persistence.maintenance.ExpiredRepository;
import dev.rechat.persistence.maintenance.TaskName;
import dev.rechat.usage.budget.BudgetHousekeeping;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What turns have reserved and never settled, and what they took of budgets long ago. */
@Factory
final class BudgetTasks {

    private static final int TURNS = 100;

    /** More than that need not be told apart: how many are reserved at once is few. */
    private static final int MOST_COUNTED = 10_000;

    private final BudgetHousekeeping budgets;
    private final ExpiredRepository expired;

    BudgetTasks(BudgetHousekeeping budgets, ExpiredRepository expired) {
        this.budgets = budgets;
        this.expired = expired;
    }

    @Singleton
    Task reservations() {
        return new SimpleTask(TaskName.BUDGET_RESERVATIONS, now -> budgets.countOrphans(MOST_COUNTED), now -> () -> {
            int settled = budgets.settleOrphans(TURNS);
            return new Batch(settled, settled > 0);
        });
    }

    @Singleton
    Task charges(MaintenanceConfiguration configuration) {
        return new Pruning(
                TaskName.BUDGET_CHARGES,
                configuration.budgetsKept(),
                before -> budgets.countPrunable(longOver(before), Integer.MAX_VALUE)
                        + expired.countCounters(longOver(before)),
                before -> () -> remove(before));
    }

    private Batch remove(Instant before) {
        long charges = budgets.prune(longOver(before), ROWS);
        if (charges == ROWS) {
            return new Batch(charges, true);
        }
        long counters = Deadlocks.retry(() -> expired.removeCounters(longOver(before), ROWS));
        return new Batch(charges + counters, counters == ROWS);
    }

    /** Periods that began before this day were over at that time, whatever the house's time zone: the longest is a month. */
    private static LocalDate longOver(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC).minusMonths(1).minusDays(1);
    }
}
