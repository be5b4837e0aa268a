package dev.rechat.admin.budget;

import dev.rechat.persistence.budget.Budget;
import dev.rechat.web.json.StrictBoolean;
import dev.rechat.web.request.StrictRequest;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What to change about a budget; what is absent or null stays. It holds from the next turn on. */
@StrictRequest
record ChangeBudget(
        @Nullable @Size(min = 1, max = 100) String name,
        @Nullable @Size(max = 32) String amount,
        @Nullable @Size(max = 32) String reserve,

        @Nullable @Serdeable.Deserializable(using = StrictBoolean.class)
        Boolean enabled) {

    ChangeBudget {
        name = name == null ? null : name.strip();
    }

    Budget apply(Budget budget, Instant now) {
        return new Budget(
                budget.id(),
                name == null ? budget.name() : name,
                budget.measure(),
                budget.currency(),
                amount == null ? budget.amount() : Figure.amount(amount, budget.measure()),
                budget.period(),
                budget.perPerson(),
                budget.userId(),
                budget.groupId(),
                budget.appId(),
                reserve == null ? budget.reserve() : Figure.reserve(reserve, budget.measure()),
                enabled == null ? budget.enabled() : enabled,
                budget.createdAt(),
                now);
    }
}
