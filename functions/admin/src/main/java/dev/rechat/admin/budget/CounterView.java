package dev.rechat.admin.budget;

import static dev.rechat.usage.budget.BudgetStanding.text;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rechat.persistence.budget.Budget;
import dev.rechat.persistence.budget.BudgetCounter;
import dev.rechat.persistence.budget.PersonsCounter;
import dev.rechat.usage.budget.BudgetStanding;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is spent of a budget in one period.
 *
 * @param person left out where all share it
 * @param turns how many have ended and cost something
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record CounterView(
        @Nullable PersonView person,
        String periodStart,
        String limit,
        String used,
        String reserved,
        String left,
        long turns,
        Instant resetsAt) {

    static CounterView of(Budget budget, LocalDate periodStart, Instant resetsAt, PersonsCounter row) {
        var counter =
                new BudgetCounter(budget.id(), row.person(), periodStart, row.used(), row.reserved(), row.turns());
        var standing = new BudgetStanding(budget, counter, resetsAt);
        return new CounterView(
                row.person().equals(BudgetCounter.EVERYBODY) ? null : PersonView.of(row),
                periodStart.toString(),
                text(budget.amount()),
                text(row.used()),
                text(row.reserved()),
                text(standing.left()),
                row.turns(),
                resetsAt);
    }

    /** @param email left out where the account is gone, and the name with it */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PersonView(
            String id, @Nullable String email, @Nullable String displayName) {

        static PersonView of(PersonsCounter row) {
            return new PersonView(row.person(), row.email(), row.displayName());
        }

        @Override
        public String toString() {
            return "PersonView[id=" + id + "]";
        }
    }
}
