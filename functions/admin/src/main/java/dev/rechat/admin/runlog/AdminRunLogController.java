package dev.rechat.admin.runlog;

import dev.rechat.kernel.account.Permission;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;

/** Where run logs are kept. */
@Controller("/api/v1/admin/runlog")
@Secured(Permission.ADMINISTER)
@ExecuteOn(TaskExecutors.BLOCKING)
class AdminRunLogController {

    private final RunLogs logs;

    AdminRunLogController(RunLogs logs) {
        this.logs = logs;
    }

    /** How the stores are; also of one that does not answer. */
    @Get("/status")
    StatusView status() {
        return new StatusView(logs.reports());
    }
}
