package dev.rechat.usage.budget;

import dev.rechat.kernel.id.TurnId;
import dev.rechat.persistence.budget.BudgetChargeRepository;
import dev.rechat.persistence.database.Deadlocks;
import jakarta.inject.Singleton;
import java.time.Instant;
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

    /** How many turns have ended or are gone without being settled; counts so many at most. */
    public int countOrphans(int limit) {
        return orphans(limit).size();
    }

    /**
     * Settles turns that have ended or are gone: they cost what was reserved. A producer that still has one of them, and
     * knows better, corrects that.
     *
     * @param limit how many charges to look at
     * @return how many turns were settled; 0 when there is nothing left to do
     */
    public int settleOrphans(int limit) {
        Set<TurnId> orphans = orphans(limit);
        for (TurnId turn : orphans) {
            Deadlocks.retry(() -> {
                settlement.settle(turn, Spending.UNKNOWN);
                return true;
            });
        }
        return orphans.size();
    }

    private Set<TurnId> orphans(int limit) {
        return charges.listOrphans(limit).stream().map(TurnId::of).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** How many charges {@link #prune} would remove; counts so many at most. */
    public long countPrunable(Instant before, int limit) {
        return charges.countBefore(before, limit);
    }

    /**
     * Removes settled charges that are older, some at a time; the counters stay, as sums of what was.
     *
     * @param before not within the present period of any budget, so two months ago at the latest
     * @return how many
     */
    public long prune(Instant before, int limit) {
        return Deadlocks.retry(() -> charges.prune(before, limit));
    }
}
