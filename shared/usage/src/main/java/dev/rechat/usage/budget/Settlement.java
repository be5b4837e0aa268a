package dev.rechat.usage.budget;

import dev.rechat.kernel.id.TurnId;
import dev.rechat.persistence.budget.BudgetCharge;
import dev.rechat.persistence.budget.BudgetChargeRepository;
import dev.rechat.persistence.budget.BudgetCounter;
import dev.rechat.persistence.budget.BudgetCounterRepository;
import dev.rechat.persistence.budget.TakenCharge;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Puts what turns have cost in the place of what was reserved for them. */
@Singleton
public class Settlement {

    private final BudgetCounterRepository counters;
    private final BudgetChargeRepository charges;
    private final FreeTurns free;

    Settlement(BudgetCounterRepository counters, BudgetChargeRepository charges, FreeTurns free) {
        this.counters = counters;
        this.charges = charges;
        this.free = free;
    }

    /**
     * Settles a turn, or corrects what was settled: what becomes known counts, what is not known costs what was
     * reserved. The last act of the transaction that ends the turn, as counters are held until
     * then; a transaction of its own where there is none. Deadlocks are the caller's to retry.
     */
    @Transactional
    public void settle(TurnId turn, Spending spending) {
        settle(turn, spending, false);
    }

    /** Settles what is still reserved for a turn, and leaves what was settled. @return whether there was anything */
    @Transactional
    public boolean settleOpen(TurnId turn, Spending spending) {
        return settle(turn, spending, true);
    }

    private boolean settle(TurnId turn, Spending spending, boolean onlyOpen) {
        if (free.contains(turn)) {
            return false;
        }
        List<BudgetCounter> counted = new ArrayList<>();
        List<BudgetCharge> settled = new ArrayList<>();
        for (TakenCharge taken : charges.listOf(turn)) {
            // The counter first, always: who holds it may change its charges.
            BudgetCounter counter = counters.findForUpdate(taken.budgetId(), taken.person(), taken.periodStart())
                    .orElse(null);
            BudgetCharge before = charges.findForUpdate(turn, taken.budgetId()).orElse(null);
            if (before == null || (onlyOpen && before.settled())) {
                continue; // the budget is deleted at this moment, or somebody else was faster
            }
            BudgetCharge after = before.settledAt(
                    spending.by(taken.measure(), taken.currency()).orElse(before.amount()));
            if (after.sameAs(before)) {
                continue;
            }
            settled.add(after);
            if (counter != null) { // else its period is long over, and forgotten
                counted.add(counter.replacing(before, after));
            }
        }
        if (!counted.isEmpty()) {
            counters.updateAll(counted);
        }
        if (!settled.isEmpty()) {
            charges.updateAll(settled);
        }
        return !settled.isEmpty();
    }
}
