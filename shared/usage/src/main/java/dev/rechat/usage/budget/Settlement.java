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
        if (free.contains(turn)) {
            return;
        }
        List<BudgetCounter> counted = new ArrayList<>();
        List<BudgetCharge> settled = new ArrayList<>();
        for (TakenCharge taken : charges.listOf(turn)) {
            // The counter first, always: who holds it may change its charges.
            BudgetCounter counter = counters.findForUpdate(taken.budgetId(), taken.person(), taken.periodStart())
                    .orElse(null);
            BudgetCharge before = charges.findForUpdate(turn, taken.budgetId()).orElse(null);
            if (counter == null || before == null) {
                continue; // the budget is deleted at this moment
            }
            BudgetCharge after = before.settledAt(
                    spending.by(taken.measure(), taken.currency()).orElse(before.amount()));
            if (!after.sameAs(before)) {
                counted.add(counter.replacing(before, after));
                settled.add(after);
            }
        }
        if (!settled.isEmpty()) {
            counters.updateAll(counted);
            charges.updateAll(settled);
        }
    }
}
