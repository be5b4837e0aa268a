package dev.rechat.usage.budget;

import static dev.rechat.usage.budget.BudgetStanding.text;

import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.persistence.budget.Budget;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/** The refusal of a turn that a budget does not let in. */
final class BudgetExhausted {

    private static final DateTimeFormatter MOMENT =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    /** When turns that run may have ended, and have cost less than was reserved for them. */
    private static final Duration WHILE_HELD = Duration.ofSeconds(5);

    private BudgetExhausted() {}

    static RefusedException refusal(BudgetStanding standing, Instant now) {
        Budget budget = standing.budget();
        String resetsAt = MOMENT.format(standing.resetsAt());
        Map<String, String> members = new LinkedHashMap<>();
        members.put("budget", budget.name());
        members.put("measure", budget.measure().wireName());
        if (!budget.currency().isEmpty()) {
            members.put("currency", budget.currency());
        }
        members.put("limit", text(budget.amount()));
        members.put("used", text(standing.counter().used()));
        members.put("reserved", text(standing.counter().reserved()));
        members.put("left", text(standing.left()));
        members.put("period", budget.period().wireName());
        members.put("resets_at", resetsAt);
        return new RefusedException(
                ErrorCode.BUDGET_EXHAUSTED,
                "a budget is used up, or held by questions that are being answered; it begins anew at " + resetsAt,
                members,
                retryAfter(standing, Duration.between(now, standing.resetsAt())));
    }

    private static Duration retryAfter(BudgetStanding standing, Duration untilReset) {
        return standing.usedUp() || untilReset.compareTo(WHILE_HELD) < 0 ? untilReset : WHILE_HELD;
    }
}
