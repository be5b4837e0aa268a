package dev.rechat.admin.usage;

import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.persistence.usage.TurnUsage;
import dev.rechat.persistence.usage.TurnUsageFilter;
import dev.rechat.persistence.usage.TurnUsages;
import dev.rechat.usage.report.Labels;
import dev.rechat.usage.report.UsageRange;
import dev.rechat.web.paging.Cursor;
import dev.rechat.web.paging.Page;
import dev.rechat.web.paging.PageRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The turns that the figures are made of: what each has cost and how it ended, and none of its words. */
@Controller("/api/v1/admin/usage/turns")
@Secured(Permission.ADMINISTER)
@ExecuteOn(TaskExecutors.BLOCKING)
class AdminUsageTurnController {

    /** What is looked for may be rare, and everything between is passed over. */
    private static final int MOST_DAYS = 31;

    private static final Pattern CODE = Pattern.compile("[a-z0-9_]{1,64}");

    private final UsageRange range;
    private final TurnUsages turns;
    private final Labels labels;

    AdminUsageTurnController(UsageRange range, TurnUsages turns, Labels labels) {
        this.range = range;
        this.turns = turns;
        this.labels = labels;
    }

    /** Turns that have ended, those of the latest day first. */
    @Get
    Page<TurnUsageView> list(
            @Nullable @QueryValue String from,
            @Nullable @QueryValue String to,
            @Nullable @QueryValue("app_id") AppId app,
            @Nullable @QueryValue("user_id") UserId user,
            @Nullable @QueryValue String status,
            @Nullable @QueryValue String error,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue String cursor) {
        var filter = new TurnUsageFilter(range.of(from, to, MOST_DAYS, app, user), status(status), code(error));
        PageRequest request = PageRequest.of(limit, cursor);
        TurnUsages.Place after =
                request.start().map(AdminUsageTurnController::place).orElse(null);
        List<TurnUsage> rows = turns.page(filter, after, request.rows());
        Labels.Known names = labels.of(
                rows.stream().map(TurnUsage::appId).toList(),
                rows.stream().map(TurnUsage::userId).toList());
        return request.page(
                rows,
                last -> Cursor.of(last.day().toString(), last.turnId().toString()),
                row -> TurnUsageView.of(row, names));
    }

    private static @Nullable TurnStatus status(@Nullable String name) {
        return name == null
                ? null
                : Stream.of(TurnStatus.values())
                        .filter(each -> each != TurnStatus.STREAMING)
                        .filter(each -> each.wireName().equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                new ValidationException("status", "invalid", "must be how a turn can have ended"));
    }

    private static @Nullable String code(@Nullable String error) {
        if (error != null && !CODE.matcher(error).matches()) {
            throw new ValidationException("error", "invalid", "must be an error code");
        }
        return error;
    }

    private static TurnUsages.Place place(Cursor cursor) {
        if (cursor.parts().size() != 2) {
            throw Cursor.invalid();
        }
        try {
            return new TurnUsages.Place(
                    UsageRange.day(cursor.parts().get(0)).orElseThrow(Cursor::invalid),
                    TurnId.of(cursor.parts().get(1)));
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.invalid();
        }
    }
}
