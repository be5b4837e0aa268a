package dev.rechat.conversation.usage;

import dev.rechat.kernel.account.Permission;
import dev.rechat.persistence.usage.UsageDimension;
import dev.rechat.persistence.usage.UsageFilter;
import dev.rechat.persistence.usage.UsagePlace;
import dev.rechat.usage.report.UsagePage;
import dev.rechat.usage.report.UsageQuestion;
import dev.rechat.usage.report.UsageRange;
import dev.rechat.usage.report.UsageReport;
import dev.rechat.web.paging.Cursor;
import dev.rechat.web.paging.PageRequest;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one has used oneself, what is removed by now included. Days are the house's. */
@Controller("/api/v1/usage")
@Secured(Permission.READ)
@ExecuteOn(TaskExecutors.BLOCKING)
final class UsageController {

    private static final Set<UsageDimension> DIMENSIONS = EnumSet.of(UsageDimension.DAY, UsageDimension.APP);

    private final UsageRange range;
    private final UsageReport report;

    UsageController(UsageRange range, UsageReport report) {
        this.range = range;
        this.report = report;
    }

    /** Sums, told apart by {@code day}, {@code app} or both. */
    @Get
    UsagePage list(
            CurrentUser user,
            @Nullable @QueryValue String from,
            @Nullable @QueryValue String to,
            @Nullable @QueryValue String by,
            @Nullable @QueryValue String sort,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue String cursor) {
        UsageFilter filter = range.of(from, to, UsageRange.MOST_DAYS, null, user.id());
        var question = UsageQuestion.of(filter, by, DIMENSIONS, sort);
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
}
