package dev.rechat.persistence.budget;

import dev.rechat.kernel.id.BudgetId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What has been spent of a budget in one period: sums of its charges.
 *
 * @param person an id, or {@link #EVERYBODY}
 * @param used by turns that have ended
 * @param reserved for turns that have not
 * @param turns how many have ended and cost something
 */
@MappedEntity("budget_counters")
public record BudgetCounter(
        @Id @IdColumn BudgetId budgetId,
        @Id String person,
        @Id LocalDate periodStart,
        BigDecimal used,
        BigDecimal reserved,
        long turns) {

    /** All who share a budget. */
    public static final String EVERYBODY = "";

    public static BudgetCounter untouched(BudgetId budget, String person, LocalDate periodStart) {
        return new BudgetCounter(budget, person, periodStart, BigDecimal.ZERO, BigDecimal.ZERO, 0);
    }

    /** What is spent or may be spent by turns that run. */
    public BigDecimal taken() {
        return used.add(reserved);
    }

    public BudgetCounter reserving(BigDecimal amount) {
        return new BudgetCounter(budgetId, person, periodStart, used, reserved.add(amount), turns);
    }

    /** With one of its charges changed. */
    public BudgetCounter replacing(BudgetCharge before, BudgetCharge after) {
        return without(before).with(after);
    }

    private BudgetCounter without(BudgetCharge charge) {
        return charge.settled()
                ? new BudgetCounter(
                        budgetId,
                        person,
                        periodStart,
                        used.subtract(charge.amount()),
                        reserved,
                        turns - counted(charge))
                : reserving(charge.amount().negate());
    }

    private BudgetCounter with(BudgetCharge charge) {
        return charge.settled()
                ? new BudgetCounter(
                        budgetId, person, periodStart, used.add(charge.amount()), reserved, turns + counted(charge))
                : reserving(charge.amount());
    }

    /** Turns that cost nothing must not lower what the next ones are taken to cost. */
    private static int counted(BudgetCharge charge) {
        return charge.amount().signum() > 0 ? 1 : 0;
    }
}
