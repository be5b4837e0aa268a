package dev.rechat.admin.budget;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.budget.TurnCharge;
import dev.rechat.usage.budget.BudgetStanding;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one turn takes of a budget: what is reserved for it while it runs, what it cost once that is settled.
 *
 * @param userId left out where nobody knows any more, as {@code appId} and {@code status}
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChargeView(
        TurnId turnId,
        @Nullable UserId userId,
        @Nullable AppId appId,
        @Nullable String status,
        String amount,
        boolean settled,
        Instant createdAt) {

    static ChargeView of(TurnCharge charge) {
        return new ChargeView(
                charge.turnId(),
                charge.userId(),
                charge.appId(),
                charge.status() == null ? null : charge.status().wireName(),
                BudgetStanding.text(charge.amount()),
                charge.settled(),
                charge.createdAt());
    }
}
