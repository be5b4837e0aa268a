package dev.rechat.admin.budget;

import static dev.rechat.usage.budget.BudgetStanding.text;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.BudgetId;
import dev.rechat.kernel.id.GroupId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.budget.Budget;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A budget as administrators see it; figures are decimal texts.
 *
 * @param currency of measure {@code money}; else left out
 * @param userId left out where it binds everybody, as {@code groupId} and {@code appId}
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record BudgetView(
        BudgetId id,
        String name,
        String measure,
        @Nullable String currency,
        String amount,
        String period,
        boolean perPerson,
        @Nullable UserId userId,
        @Nullable GroupId groupId,
        @Nullable AppId appId,
        String reserve,
        boolean enabled,
        Instant createdAt,
        Instant updatedAt) {

    static BudgetView of(Budget budget) {
        return new BudgetView(
                budget.id(),
                budget.name(),
                budget.measure().wireName(),
                budget.currency().isEmpty() ? null : budget.currency(),
                text(budget.amount()),
                budget.period().wireName(),
                budget.perPerson(),
                budget.userId(),
                budget.groupId(),
                budget.appId(),
                text(budget.reserve()),
                budget.enabled(),
                budget.createdAt(),
                budget.updatedAt());
    }
}
