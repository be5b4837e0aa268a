package dev.rechat.admin.runlog;

import dev.rechat.admin.export.Asked;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.run.RunQuery;
import dev.rechat.runlog.run.TriggeredFrom;
import dev.rechat.web.request.QueryTime;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What narrows the list, as it was asked. */
@Introspected
record RunSearch(
        @Nullable @QueryValue("app_id") AppId appId,
        @Nullable @QueryValue("user_id") String userId,
        @Nullable @QueryValue String status,
        @Nullable @QueryValue("triggered_from") String triggeredFrom,
        @Nullable @QueryValue String source,
        @Nullable @QueryValue String from,
        @Nullable @QueryValue String to,
        @Nullable @QueryValue String q) {

    private static final int LONGEST_ID = 255;
    private static final int LONGEST_TEXT = 200;

    /** @throws ValidationException for what no run can be */
    RunQuery query(Tenant tenant) {
        TriggeredFrom trigger = Choice.trigger(triggeredFrom);
        return new RunQuery(
                tenant,
                appId,
                trigger == null ? Set.of() : Set.of(trigger),
                Choice.status(status),
                bounded("user_id", userId, LONGEST_ID),
                range(),
                words(),
                Choice.source(source));
    }

    /** Whether words of others are looked through. */
    boolean readsContent() {
        return q != null;
    }

    /** To be written down. Only what a query has passed: then there is nothing long in it. */
    Map<String, String> details() {
        return new Asked()
                .with("app_id", appId)
                .with("user_id", userId)
                .with("status", status)
                .with("triggered_from", triggeredFrom)
                .with("source", source)
                .with("from", from)
                .with("to", to)
                .with("q", q)
                .asMap();
    }

    private TimeRange range() {
        Instant start = QueryTime.of("from", from);
        Instant end = QueryTime.of("to", to);
        if (start != null && end != null && end.isBefore(start)) {
            throw new ValidationException("from", "invalid", "must not be after to");
        }
        return new TimeRange(start, end);
    }

    private @Nullable String words() {
        if (q != null && q.isBlank()) {
            throw new ValidationException("q", "required", "must have a word");
        }
        return bounded("q", q == null ? null : q.strip(), LONGEST_TEXT);
    }

    private static @Nullable String bounded(String parameter, @Nullable String value, int longest) {
        if (value != null && value.length() > longest) {
            throw new ValidationException(parameter, "too_long", "has more than " + longest + " characters");
        }
        return value;
    }
}
