package dev.rechat.persistence.budget;

import dev.rechat.kernel.id.BudgetId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What one turn takes of a budget.
 *
 * @param person whose counter it is in, or {@link BudgetCounter#EVERYBODY}
 * @param amount what is reserved while the turn runs; what it cost once that is settled
 */
@MappedEntity("budget_charges")
public record BudgetCharge(
        @Id @IdColumn TurnId turnId,
        @Id @IdColumn BudgetId budgetId,
        String person,
        LocalDate periodStart,
        BigDecimal amount,
        boolean settled,
        Instant createdAt) {

    /** The same, known. */
    public BudgetCharge settledAt(BigDecimal cost) {
        return new BudgetCharge(turnId, budgetId, person, periodStart, cost, true, createdAt);
    }

    public boolean sameAs(BudgetCharge other) {
        return settled == other.settled && amount.compareTo(other.amount) == 0;
    }
}
