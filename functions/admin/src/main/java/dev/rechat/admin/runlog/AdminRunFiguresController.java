package dev.rechat.admin.runlog;

import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.run.RunCounts;
import dev.rechat.runlog.run.TriggeredFrom;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How many runs there were, and what the days and nodes make of them. None of their words. */
@Controller("/api/v1/admin/runs")
@Secured(Permission.ADMINISTER)
@ExecuteOn(TaskExecutors.BLOCKING)
class AdminRunFiguresController {

    private final RunLogs logs;
    private final RunFigures figures;
    private final StatisticsRange days;

    AdminRunFiguresController(RunLogs logs, RunFigures figures, StatisticsRange days) {
        this.logs = logs;
        this.figures = figures;
        this.days = days;
    }

    /** How many runs of an app there are, by status. @param last those that began within, such as {@code 7d} */
    @Get("/counts")
    RunCounts counts(
            @QueryValue("app_id") AppId app,
            @Nullable @QueryValue("triggered_from") String triggeredFrom,
            @Nullable @QueryValue String status,
            @Nullable @QueryValue String last) {
        TriggeredFrom trigger = Choice.trigger(triggeredFrom);
        return logs.store()
                .runs()
                .count(
                        logs.tenant(),
                        app,
                        trigger == null ? Set.of() : Set.of(trigger),
                        Choice.status(status),
                        Choice.last(last));
    }

    /** The four daily figures, and the nodes that fail most and take longest. */
    @Get("/statistics")
    StatisticsView statistics(
            @Nullable @QueryValue("app_id") AppId app,
            @Nullable @QueryValue("triggered_from") String triggeredFrom,
            @Nullable @QueryValue String from,
            @Nullable @QueryValue String to,
            @Nullable @QueryValue String zone) {
        TriggeredFrom trigger = Choice.trigger(triggeredFrom);
        return figures.of(days.of(from, to, zone), app, Objects.requireNonNullElse(trigger, TriggeredFrom.APP_RUN));
    }
}
