package dev.rechat.usage.budget;

import dev.rechat.persistence.budget.BudgetMeasure;
import dev.rechat.usage.ledger.TurnCost;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a turn takes of budgets.
 *
 * @param refused whether it is certain that Dify did nothing, as it was not asked or refused: that costs nothing
 * @param told as far as Dify has told
 */
public record Spending(boolean refused, TurnCost told) {

    /** Dify was asked and never said. */
    public static final Spending UNKNOWN = new Spending(false, TurnCost.UNTOLD);

    /**
     * The cost as a budget counts it; empty when it is not known.
     *
     * @param currency in which prices count; those in others cost nothing, those in none that is named are not known
     */
    Optional<BigDecimal> by(BudgetMeasure measure, String currency) {
        if (refused) {
            return Optional.of(BigDecimal.ZERO);
        }
        return switch (measure) {
            case TURNS -> Optional.of(BigDecimal.ONE);
            case TOKENS -> tokens().map(BigDecimal::valueOf);
            case MONEY -> Optional.ofNullable(told.price()).flatMap(price -> in(currency, price));
        };
    }

    private Optional<Long> tokens() {
        Long asked = told.promptTokens();
        Long answered = told.completionTokens();
        return told.totalTokens() != null || asked == null || answered == null
                ? Optional.ofNullable(told.totalTokens())
                : Optional.of(asked + answered);
    }

    /** A price in no currency that can be known may be in this one; but nothing is nothing in all of them. */
    private Optional<BigDecimal> in(String currency, BigDecimal price) {
        if (told.currency().isEmpty() && price.signum() != 0) {
            return Optional.empty();
        }
        return Optional.of(currency.equalsIgnoreCase(told.currency()) ? price : BigDecimal.ZERO);
    }
}
