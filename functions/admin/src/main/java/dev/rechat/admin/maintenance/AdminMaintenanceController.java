package dev.rechat.admin.maintenance;

import dev.rechat.kernel.account.Permission;
import dev.rechat.persistence.maintenance.MaintenanceRunRepository;
import dev.rechat.persistence.maintenance.TaskName;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.stream.Stream;

/** What is done beside requests, and when it was done last. */
@Controller("/api/v1/admin/maintenance")
@Secured(Permission.ADMINISTER)
@ExecuteOn(TaskExecutors.BLOCKING)
class AdminMaintenanceController {

    private static final int RUNS = 5;

    private final MaintenanceRunRepository runs;

    AdminMaintenanceController(MaintenanceRunRepository runs) {
        this.runs = runs;
    }

    /** Every task, in the order in which they are done. */
    @Get
    TaskList list() {
        return new TaskList(Stream.of(TaskName.values())
                .map(task -> TaskView.of(task, runs.listLatest(task.wireName(), RUNS)))
                .toList());
    }
}
