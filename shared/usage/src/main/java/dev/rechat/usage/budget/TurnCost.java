package dev.rechat.usage.budget;

import dev.rechat.persistence.budget.Budget;
import dev.rechat.persistence.budget.BudgetMeasure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a turn has cost, as far as Dify has told. */
public sealed interface TurnCost {

    /** Dify was asked and never said. */
    TurnCost UNKNOWN = new Told(null, null, null);

    /** Dify was not asked, or refused before it began. */
    TurnCost NOTHING = new Nothing();

    static TurnCost told(@Nullable Long tokens, @Nullable BigDecimal price, @Nullable String currency) {
        return new Told(tokens, price, currency);
    }

    /**
     * The cost as a budget counts it; empty when it is not known.
     *
     * @param currency in which prices count; those in others cost nothing
     */
    Optional<BigDecimal> by(BudgetMeasure measure, String currency);

    /** See {@link #NOTHING}. */
    record Nothing() implements TurnCost {

        @Override
        public Optional<BigDecimal> by(BudgetMeasure measure, String currency) {
            return Optional.of(BigDecimal.ZERO);
        }
    }

    /** @param tokens null where Dify did not tell, as {@code price} and {@code currency} */
    record Told(
            @Nullable Long tokens,
            @Nullable BigDecimal price,
            @Nullable String currency)
            implements TurnCost {

        /** What no turn costs; a figure of Dify's that is beyond must not keep an answer from being stored. */
        private static final BigDecimal MOST = BigDecimal.valueOf(100_000_000_000L);

        @Override
        public Optional<BigDecimal> by(BudgetMeasure measure, String wanted) {
            return switch (measure) {
                case TURNS -> Optional.of(BigDecimal.ONE);
                case TOKENS -> tokens == null ? Optional.empty() : Optional.of(bounded(BigDecimal.valueOf(tokens)));
                case MONEY -> price == null ? Optional.empty() : Optional.of(in(wanted, price));
            };
        }

        private BigDecimal in(String wanted, BigDecimal told) {
            return wanted.equalsIgnoreCase(currency) ? bounded(told) : BigDecimal.ZERO;
        }

        private static BigDecimal bounded(BigDecimal told) {
            return told.max(BigDecimal.ZERO).min(MOST).setScale(Budget.SCALE, RoundingMode.HALF_UP);
        }
    }
}
