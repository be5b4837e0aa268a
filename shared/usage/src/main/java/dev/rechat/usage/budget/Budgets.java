package dev.rechat.usage.budget;

import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.budget.Budget;
import dev.rechat.persistence.budget.BudgetCharge;
import dev.rechat.persistence.budget.BudgetChargeRepository;
import dev.rechat.persistence.budget.BudgetCounterRepository;
import dev.rechat.persistence.budget.BudgetRepository;
import dev.rechat.usage.day.HouseDays;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lets turns in while every budget that they count against has something left. */
@Singleton
public class Budgets {

    private final BudgetRepository budgets;
    private final BudgetCounterRepository counters;
    private final BudgetChargeRepository charges;
    private final FreeTurns free;
    private final BudgetStandings standings;
    private final HouseDays days;

    Budgets(
            BudgetRepository budgets,
            BudgetCounterRepository counters,
            BudgetChargeRepository charges,
            FreeTurns free,
            BudgetStandings standings,
            HouseDays days) {
        this.budgets = budgets;
        this.counters = counters;
        this.charges = charges;
        this.free = free;
        this.standings = standings;
        this.days = days;
    }

    /**
     * Reserves what a turn may cost. The last act of the transaction that begins it: the counters are held until that
     * ends, and others wait for them.
     *
     * @throws RefusedException {@code budget_exhausted}; the transaction must not go on then
     */
    @Transactional(propagation = TransactionDefinition.Propagation.MANDATORY)
    public void reserve(TurnId turn, UserId user, AppId app, Instant now) {
        List<Budget> matching = budgets.listMatching(user, app);
        if (matching.isEmpty()) {
            free.add(turn);
            return;
        }
        free.remove(turn);
        List<BudgetStanding> held = hold(matching, user, now);
        requireOpen(held, now);
        counters.updateAll(held.stream()
                .map(standing -> standing.counter().reserving(standing.reservation()))
                .toList());
        charges.saveAll(
                held.stream().map(standing -> charge(turn, standing, now)).toList());
    }

    /**
     * For what Dify does beside answering, and never tells the cost of: nothing is reserved, nothing is counted, but where
     * nothing is left that is refused, too.
     *
     * @throws RefusedException {@code budget_exhausted}
     */
    public void requireLeft(UserId user, AppId app, Instant now) {
        requireOpen(standings.of(budgets.listMatching(user, app), user, now), now);
    }

    /** Tells of the one that lasts longest; of one that is only held by others' turns where there is no other. */
    private static void requireOpen(List<BudgetStanding> all, Instant now) {
        all.stream()
                .filter(standing -> !standing.open())
                .max(Comparator.comparing(BudgetStanding::usedUp).thenComparing(BudgetStanding::resetsAt))
                .ifPresent(exhausted -> {
                    throw BudgetExhausted.refusal(exhausted, now);
                });
    }

    /** In the order of the budgets' ids. One that is deleted at this moment is left out. */
    private List<BudgetStanding> hold(List<Budget> matching, UserId user, Instant now) {
        LocalDate today = days.of(now);
        List<BudgetStanding> held = new ArrayList<>();
        for (Budget budget : matching) {
            String person = budget.personFor(user);
            LocalDate start = budget.period().startOf(today);
            counters.hold(budget.id(), person, start);
            counters.findForUpdate(budget.id(), person, start)
                    .ifPresent(counter -> held.add(new BudgetStanding(
                            budget, counter, days.beginningOf(budget.period().after(start)))));
        }
        return held;
    }

    private static BudgetCharge charge(TurnId turn, BudgetStanding standing, Instant now) {
        var counter = standing.counter();
        BigDecimal amount = standing.reservation();
        return new BudgetCharge(turn, counter.budgetId(), counter.person(), counter.periodStart(), amount, false, now);
    }
}
