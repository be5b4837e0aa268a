package dev.rechat.conversation.usage;

import static dev.rechat.usage.budget.BudgetStanding.text;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.BudgetId;
import dev.rechat.persistence.budget.Budget;
import dev.rechat.usage.budget.BudgetStanding;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A budget as somebody sees it whom it binds; figures are decimal texts.
 *
 * @param currency of measure {@code money}; else left out
 * @param shared whether others spend of it, too
 * @param appId left out where it is for every app
 * @param reserved for answers that are being made
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record OwnBudgetView(
        BudgetId id,
        String name,
        String measure,
        @Nullable String currency,
        String period,
        boolean shared,
        @Nullable AppId appId,
        String limit,
        String used,
        String reserved,
        String left,
        Instant resetsAt) {

    static OwnBudgetView of(BudgetStanding standing) {
        Budget budget = standing.budget();
        return new OwnBudgetView(
                budget.id(),
                budget.name(),
                budget.measure().wireName(),
                budget.currency().isEmpty() ? null : budget.currency(),
                budget.period().wireName(),
                !budget.perPerson() && budget.userId() == null,
                budget.appId(),
                text(budget.amount()),
                text(standing.counter().used()),
                text(standing.counter().reserved()),
                text(standing.left()),
                standing.resetsAt());
    }
}
