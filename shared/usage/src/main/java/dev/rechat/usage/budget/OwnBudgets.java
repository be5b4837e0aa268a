package dev.rechat.usage.budget;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.budget.BudgetRepository;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** What somebody may still spend. */
@Singleton
public final class OwnBudgets {

    private final BudgetRepository budgets;
    private final BudgetStandings standings;
    private final Clock clock;

    OwnBudgets(BudgetRepository budgets, BudgetStandings standings, Clock clock) {
        this.budgets = budgets;
        this.standings = standings;
        this.clock = clock;
    }

    /** The budgets that bind a person now, in the order of their ids. @param after an id, or what comes before all */
    public List<BudgetStanding> list(UserId user, String after, int limit) {
        return standings.of(budgets.listOwn(user, after, limit), user, clock.instant());
    }
}
