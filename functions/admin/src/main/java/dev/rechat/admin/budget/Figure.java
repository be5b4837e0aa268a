package dev.rechat.admin.budget;

import dev.rechat.kernel.error.ValidationException;
import dev.rechat.persistence.budget.BudgetMeasure;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Figures of budgets as administrators write them. */
final class Figure {

    /** Within what the tables keep. */
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,13}(\\.\\d{1,10})?");

    private Figure() {}

    /** Nothing is an amount, too: nobody gets in. @throws ValidationException */
    static BigDecimal amount(String text, BudgetMeasure measure) {
        return read("amount", text, measure);
    }

    /**
     * What a turn is taken to cost at first. A turn is a turn; it costs more than nothing, or any number would get in at once.
     *
     * @throws ValidationException for what is no such figure
     */
    static BigDecimal reserve(@Nullable String text, BudgetMeasure measure) {
        if (text == null) {
            return switch (measure) {
                case TURNS -> BigDecimal.ONE;
                case TOKENS -> new BigDecimal("2000");
                case MONEY -> new BigDecimal("0.01");
            };
        }
        BigDecimal reserve = read("reserve", text, measure);
        if (reserve.signum() == 0) {
            throw new ValidationException("reserve", "too_small", "must be more than nothing");
        }
        if (measure == BudgetMeasure.TURNS && reserve.compareTo(BigDecimal.ONE) != 0) {
            throw new ValidationException("reserve", "invalid", "a turn counts as one");
        }
        return reserve;
    }

    private static BigDecimal read(String field, String text, BudgetMeasure measure) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new ValidationException(
                    field,
                    "invalid",
                    "must be a decimal number with at most 13 digits before the point and 10 after it");
        }
        BigDecimal figure = new BigDecimal(text);
        if (measure != BudgetMeasure.MONEY && figure.stripTrailingZeros().scale() > 0) {
            throw new ValidationException(field, "invalid", "must be a whole number");
        }
        return figure;
    }
}
