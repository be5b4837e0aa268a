package dev.rechat.usage.budget;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.budget.Budget;
import dev.rechat.persistence.budget.BudgetCounter;
import dev.rechat.persistence.budget.BudgetCounterRepository;
import dev.rechat.persistence.budget.BudgetPeriod;
import dev.rechat.usage.day.HouseDays;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Reads how budgets stand, without holding anything: a moment later it may be otherwise. */
@Singleton
final class BudgetStandings {

    private final BudgetCounterRepository counters;
    private final HouseDays days;

    BudgetStandings(BudgetCounterRepository counters, HouseDays days) {
        this.counters = counters;
        this.days = days;
    }

    /** In the order of the budgets, as they stand for one person. */
    List<BudgetStanding> of(List<Budget> budgets, UserId user, Instant now) {
        if (budgets.isEmpty()) {
            return List.of();
        }
        LocalDate today = days.of(now);
        List<BudgetCounter> present = counters.listOf(
                budgets.stream().map(Budget::id).toList(),
                user,
                BudgetPeriod.DAY.startOf(today),
                BudgetPeriod.MONTH.startOf(today));
        return budgets.stream()
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
