package dev.rechat.persistence.budget;

import io.micronaut.core.annotation.Introspected;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A counter as administrators see it.
 *
 * @param person an id, or {@link BudgetCounter#EVERYBODY}
 * @param email null for everybody, and for an account that is gone, as {@code displayName}
 */
@Introspected
public record PersonsCounter(
        String person,
        @Nullable String email,
        @Nullable String displayName,
        BigDecimal used,
        BigDecimal reserved,
        long turns) {

    @Override
    public String toString() {
        return "PersonsCounter[person=" + person + "]";
    }
}
