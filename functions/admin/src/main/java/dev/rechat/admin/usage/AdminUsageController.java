package dev.rechat.admin.usage;

import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.usage.UsageDimension;
import dev.rechat.persistence.usage.UsageFilter;
import dev.rechat.persistence.usage.UsagePlace;
import dev.rechat.usage.report.UsagePage;
import dev.rechat.usage.report.UsageQuestion;
import dev.rechat.usage.report.UsageRange;
import dev.rechat.usage.report.UsageReport;
import dev.rechat.web.download.Downloads;
import dev.rechat.web.paging.Cursor;
import dev.rechat.web.paging.PageRequest;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.io.InputStream;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** What has been used: sums by day, app and person, what runs now, and all of it as a table. Days are the house's. */
@Controller("/api/v1/admin/usage")
@Secured(Permission.ADMINISTER)
@ExecuteOn(TaskExecutors.BLOCKING)
class AdminUsageController {

    private final UsageRange range;
    private final UsageReport report;
    private final UsageExports exports;
    private final RunningNow running;
    private final Downloads downloads;

    AdminUsageController(
            UsageRange range, UsageReport report, UsageExports exports, RunningNow running, Downloads downloads) {
        this.range = range;
        this.report = report;
        this.exports = exports;
        this.running = running;
        this.downloads = downloads;
    }

    /** Sums, told apart by any of {@code day}, {@code app} and {@code user}. */
    @Get
    UsagePage list(
            @Nullable @QueryValue String from,
            @Nullable @QueryValue String to,
            @Nullable @QueryValue String by,
            @Nullable @QueryValue("app_id") AppId app,
            @Nullable @QueryValue("user_id") UserId user,
            @Nullable @QueryValue String sort,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue String cursor) {
        UsageFilter filter = range.of(from, to, UsageRange.MOST_DAYS, app, user);
        var question = UsageQuestion.of(filter, by, EnumSet.allOf(UsageDimension.class), sort);
        PageRequest request = PageRequest.of(limit, cursor);
        UsagePlace after = request.start()
                .map(start -> question.place(start.parts()).orElseThrow(Cursor::invalid))
                .orElse(null);
        var page = request.page(
                report.page(question, after, request.rows()),
                last -> new Cursor(question.parts(last.place())),
                UsageReport.Placed::row);
        return UsagePage.of(page.data(), page.nextCursor(), filter, range.zone());
    }

    /** Everything between two days as one row. */
    @Get("/summary")
    UsageSummary summary(
            @Nullable @QueryValue String from,
            @Nullable @QueryValue String to,
            @Nullable @QueryValue("app_id") AppId app,
            @Nullable @QueryValue("user_id") UserId user) {
        UsageFilter filter = range.of(from, to, UsageRange.MOST_DAYS, app, user);
        return UsageSummary.of(report.total(filter), filter, range.zone());
    }

    /** What is being answered at this moment. */
    @Get("/running")
    RunningView running() {
        return running.view();
    }

    /** The sums of each day, app and person as CSV; it is written down who has taken them. */
    // Not for HEAD: nobody would read what was begun.
    @Get(uri = "/export", produces = MediaType.ALL, headRoute = false)
    HttpResponse<InputStream> export(
            HttpRequest<?> request,
            CurrentUser administrator,
            @Nullable @QueryValue String from,
            @Nullable @QueryValue String to,
            @Nullable @QueryValue("app_id") AppId app,
            @Nullable @QueryValue("user_id") UserId user) {
        UsageFilter filter = range.of(from, to, UsageRange.MOST_DAYS, app, user);
        return downloads.answer(request, Permission.ADMINISTER, exports.begin(filter, administrator.id()));
    }
}
