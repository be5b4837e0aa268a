package dev.rechat.admin.budget;

import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.BudgetId;
import dev.rechat.persistence.budget.Budget;
import dev.rechat.persistence.budget.BudgetMeasure;
import dev.rechat.persistence.budget.BudgetPeriod;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads budgets that are to be made. */
final class NewBudget {

    /** ISO codes, and names such as RMB. */
    private static final Pattern CURRENCY = Pattern.compile("[A-Za-z]{1,16}");

    private NewBudget() {}

    /** @throws ValidationException for what makes no budget */
    static Budget of(CreateBudget request, BudgetId id, Instant now) {
        BudgetMeasure measure = one("measure", request.measure(), BudgetMeasure.values(), BudgetMeasure::wireName);
        return new Budget(
                id,
                request.name(),
                measure,
                currency(request.currency(), measure),
                Figure.amount(request.amount(), measure),
                one("period", request.period(), BudgetPeriod.values(), BudgetPeriod::wireName),
                Boolean.TRUE.equals(request.perPerson()),
                request.userId(),
                request.groupId(),
                request.appId(),
                Figure.reserve(request.reserve(), measure),
                !Boolean.FALSE.equals(request.enabled()),
                now,
                now);
    }

    private static String currency(@Nullable String given, BudgetMeasure measure) {
        if (measure != BudgetMeasure.MONEY) {
            if (given != null) {
                throw new ValidationException("currency", "invalid", "is only for budgets of money");
            }
            return "";
        }
        if (given == null) {
            throw new ValidationException("currency", "required", "must be told, as Dify tells it");
        }
        if (!CURRENCY.matcher(given).matches()) {
            throw new ValidationException("currency", "invalid", "must be letters, as USD");
        }
        return given.toUpperCase(Locale.ROOT);
    }

    private static <T> T one(String field, String given, T[] all, Function<T, String> wireName) {
        return Arrays.stream(all)
                .filter(each -> wireName.apply(each).equals(given))
                .findFirst()
                .orElseThrow(() -> new ValidationException(
                        field,
                        "invalid",
                        "must be one of "
                                + String.join(
                                        ", ", Arrays.stream(all).map(wireName).toList())));
    }
}
