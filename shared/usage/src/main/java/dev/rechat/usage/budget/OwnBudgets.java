package dev.rechat.usage.budget;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.budget.Budget;
import dev.rechat.persistence.budget.BudgetCounter;
import dev.rechat.persistence.budget.BudgetCounterRepository;
import dev.rechat.persistence.budget.BudgetPeriod;
import dev.rechat.persistence.budget.BudgetRepository;
import dev.rechat.usage.day.HouseDays;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** What somebody may still spend. */
@Singleton
public final class OwnBudgets {

    private final BudgetRepository budgets;
    private final BudgetCounterRepository counters;
    private final HouseDays days;
    private final Clock clock;

    OwnBudgets(BudgetRepository budgets, BudgetCounterRepository counters, HouseDays days, Clock clock) {
        this.budgets = budgets;
        this.counters = counters;
        this.days = days;
        this.clock = clock;
    }

    /** The budgets that bind a person now, in the order of their ids. @param after an id, or what comes before all */
    public List<BudgetStanding> list(UserId user, String after, int limit) {
        List<Budget> binding = budgets.listOwn(user, after, limit);
        if (binding.isEmpty()) {
            return List.of();
        }
        LocalDate today = days.of(clock.instant());
        List<BudgetCounter> present = counters.listOf(
                binding.stream().map(Budget::id).toList(),
                user,
                BudgetPeriod.DAY.startOf(today),
                BudgetPeriod.MONTH.startOf(today));
        return binding.stream()
                .map(budget -> standing(budget, user, today, present))
                .toList();
    }

    private BudgetStanding standing(Budget budget, UserId user, LocalDate today, List<BudgetCounter> present) {
        String person = budget.personFor(user);
        LocalDate start = budget.period().startOf(today);
        BudgetCounter counter = present.stream()
                .filter(each -> each.budgetId().equals(budget.id())
                        && each.person().equals(person)
                        && each.periodStart().equals(start))
                .findFirst()
                .orElseGet(() -> BudgetCounter.untouched(budget.id(), person, start));
        return new BudgetStanding(
                budget, counter, days.beginningOf(budget.period().after(start)));
    }
}
