package dev.rechat.usage.budget;

import dev.rechat.persistence.budget.BudgetMeasure;
import dev.rechat.usage.ledger.TurnCost;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a turn takes of budgets.
 *
 * @param refused whether Dify was not asked, or refused before it began: that costs nothing
 * @param told as far as Dify has told
 */
public record Spending(boolean refused, TurnCost told) {

    /** Dify was asked and never said. */
    public static final Spending UNKNOWN = new Spending(false, TurnCost.UNTOLD);

    /**
     * The cost as a budget counts it; empty when it is not known.
     *
     * @param currency in which prices count; those in others cost nothing
     */
    Optional<BigDecimal> by(BudgetMeasure measure, String currency) {
        if (refused) {
            return Optional.of(BigDecimal.ZERO);
        }
        return switch (measure) {
            case TURNS -> Optional.of(BigDecimal.ONE);
            case TOKENS -> tokens().map(BigDecimal::valueOf);
            case MONEY -> Optional.ofNullable(told.price()).map(price -> in(currency, price));
        };
    }

    private Optional<Long> tokens() {
        Long asked = told.promptTokens();
        Long answered = told.completionTokens();
        return told.totalTokens() != null || asked == null || answered == null
                ? Optional.ofNullable(told.totalTokens())
                : Optional.of(asked + answered);
    }

    private BigDecimal in(String currency, BigDecimal price) {
        return currency.equalsIgnoreCase(told.currency()) ? price : BigDecimal.ZERO;
    }
}
