package dev.rechat.usage.budget;

import dev.rechat.kernel.id.TurnId;
import dev.rechat.persistence.budget.BudgetChargeRepository;
import dev.rechat.persistence.database.Deadlocks;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What becomes of charges that nobody settled, and of those that are old. Each call is bounded, and may run twice at once. */
@Singleton
public final class BudgetHousekeeping {

    private final BudgetChargeRepository charges;
    private final Settlement settlement;

    BudgetHousekeeping(BudgetChargeRepository charges, Settlement settlement) {
        this.charges = charges;
        this.settlement = settlement;
    }

    /** How many charges of turns that have ended or are gone were not settled; counts so many at most. */
    public long countOrphans(int limit) {
        return charges.countOrphans(limit);
    }

    /**
     * Settles turns that have ended or are gone: they cost what was reserved. A producer that still has one of them, and
     * knows better, corrects that.
     *
     * @param limit how many charges to look at
     * @return how many turns were settled by this; 0 when there is nothing left to do, or another does it
     */
    public int settleOrphans(int limit) {
        int settled = 0;
        for (TurnId turn : orphans(limit)) {
            if (Deadlocks.retry(() -> settlement.settleOpen(turn, Spending.UNKNOWN))) {
                settled++;
            }
        }
        return settled;
    }

    private Set<TurnId> orphans(int limit) {
        return charges.listOrphans(limit).stream().map(TurnId::of).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** How many charges {@link #prune} would remove; counts so many at most. */
    public long countPrunable(LocalDate before, int limit) {
        return charges.countBefore(before, limit);
    }

    /**
     * Removes settled charges of periods that began earlier, some at a time; the counters stay, as sums of what was.
     *
     * @param before not after the beginning of any budget's present period
     * @return how many
     */
    public long prune(LocalDate before, int limit) {
        return Deadlocks.retry(() -> charges.prune(before, limit));
    }
}
