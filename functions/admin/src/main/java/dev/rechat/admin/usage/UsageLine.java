package dev.rechat.admin.usage;

import dev.rechat.persistence.usage.DailyUsage;
import dev.rechat.persistence.usage.UsageCount;
import dev.rechat.persistence.usage.UsageDay;
import dev.rechat.persistence.usage.UsageFigures;
import dev.rechat.usage.report.AppLabel;
import dev.rechat.usage.report.Failure;
import dev.rechat.usage.report.Money;
import dev.rechat.usage.report.Percentiles;
import dev.rechat.usage.report.PersonLabel;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** One line of the table. @param counts of day, app and person; empty in all but the first of their lines */
record UsageLine(DailyUsage usage, AppLabel app, PersonLabel person, List<UsageCount> counts) {

    static final List<String> HEADER = List.of(
            "day",
            "app_id",
            "app",
            "user_id",
            "user",
            "email",
            "turns",
            "completed",
            "stopped",
            "failed",
            "interrupted",
            "paused",
            "prompt_tokens",
            "completion_tokens",
            "total_tokens",
            "currency",
            "cost",
            "first_token_ms_p50",
            "first_token_ms_p95",
            "failures");

    List<String> cells() {
        UsageDay day = usage.day();
        UsageFigures figures = usage.figures();
        Percentiles first = Percentiles.of(counts);
        return List.of(
                day.day().toString(),
                app.id(),
                Objects.toString(app.name(), ""),
                person.id(),
                Objects.toString(person.displayName(), ""),
                Objects.toString(person.email(), ""),
                Long.toString(figures.turns()),
                Long.toString(figures.completed()),
                Long.toString(figures.stopped()),
                Long.toString(figures.failed()),
                Long.toString(figures.interrupted()),
                Long.toString(figures.paused()),
                Long.toString(figures.promptTokens()),
                Long.toString(figures.completionTokens()),
                Long.toString(figures.totalTokens()),
                day.currency(),
                Money.plain(figures.price()),
                first == null ? "" : Long.toString(first.p50()),
                first == null ? "" : Long.toString(first.p95()),
                Failure.of(counts).stream()
                        .map(failure -> failure.code() + " " + failure.turns())
                        .collect(Collectors.joining("; ")));
    }
}
