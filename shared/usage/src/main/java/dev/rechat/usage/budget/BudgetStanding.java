package dev.rechat.usage.budget;

import dev.rechat.persistence.budget.Budget;
import dev.rechat.persistence.budget.BudgetCounter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * How a budget stands in a period.
 *
 * @param resetsAt when the next period begins
 */
public record BudgetStanding(Budget budget, BudgetCounter counter, Instant resetsAt) {

    /** Whether another turn is let in. What it will cost is not known, so it may exceed what is left. */
    public boolean open() {
        return counter.taken().compareTo(budget.amount()) < 0;
    }

    /** Whether what has ended alone has taken everything: nothing is let in before the next period. */
    boolean usedUp() {
        return counter.used().compareTo(budget.amount()) >= 0;
    }

    /** Never below nothing. */
    public BigDecimal left() {
        return budget.amount().subtract(counter.taken()).max(BigDecimal.ZERO);
    }

    /** What the next turn is taken to cost: what turns have cost so far on average, once there are some. Always more than nothing. */
    public BigDecimal reservation() {
        return counter.turns() == 0
                ? budget.reserve()
                : counter.used().divide(BigDecimal.valueOf(counter.turns()), Budget.SCALE, RoundingMode.HALF_UP);
    }

    /** A figure as people write it. */
    public static String text(BigDecimal figure) {
        return figure.signum() == 0 ? "0" : figure.stripTrailingZeros().toPlainString();
    }
}
