package dev.rechat.admin.budget;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.BudgetId;
import dev.rechat.kernel.id.GroupId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.budget.Budget;
import dev.rechat.persistence.budget.BudgetChargeRepository;
import dev.rechat.persistence.budget.BudgetRepository;
import dev.rechat.persistence.database.Deadlocks;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Takes budgets away with everything that is counted of them, each written down. A budget may have millions of charges: they go
 * some at a time. Where that ends half-way it can be done again.
 */
@Singleton
public final class BudgetRemoval {

    /** Charges that are removed in one transaction: few enough not to keep turns waiting. */
    private static final int SOME = 1000;

    /** Budgets that are looked at together. */
    private static final int PAGE = 100;

    private final BudgetAdministration administration;
    private final BudgetRepository budgets;
    private final BudgetChargeRepository charges;

    BudgetRemoval(BudgetAdministration administration, BudgetRepository budgets, BudgetChargeRepository charges) {
        this.administration = administration;
        this.budgets = budgets;
        this.charges = charges;
    }

    /** Deletes one; it binds nobody from the beginning. @return false when somebody else was faster */
    boolean delete(Budget budget, UserId administrator) {
        BudgetId id = budget.id();
        Deadlocks.retry(() -> administration.disable(id, administrator));
        long removed;
        do {
            removed = Deadlocks.retry(() -> charges.deleteSome(id, SOME));
        } while (removed == SOME);
        return Deadlocks.retry(() -> administration.remove(budget, administrator));
    }

    /** Deletes those of a group, outside of any transaction. @return how many */
    public long deleteOf(GroupId group, UserId administrator) {
        return each(() -> budgets.listOfGroup(group, PAGE), budget -> delete(budget, administrator));
    }

    /** Deletes those of an app, outside of any transaction. @return how many */
    public long deleteOf(AppId app, UserId administrator) {
        return each(() -> budgets.listOfApp(app, PAGE), budget -> delete(budget, administrator));
    }

    /**
     * Deletes those that were made for a group since {@link #deleteOf}, in the caller's transaction, which holds the group so that
     * no more can be made. They are new: not much is counted of them.
     */
    public long deleteNewOf(GroupId group, UserId administrator) {
        return each(() -> budgets.listOfGroup(group, PAGE), budget -> administration.remove(budget, administrator));
    }

    /** The same for an app. */
    public long deleteNewOf(AppId app, UserId administrator) {
        return each(() -> budgets.listOfApp(app, PAGE), budget -> administration.remove(budget, administrator));
    }

    private static long each(Supplier<List<Budget>> next, Predicate<Budget> delete) {
        long deleted = 0;
        for (List<Budget> some = next.get(); !some.isEmpty(); some = next.get()) {
            deleted += some.stream().filter(delete).count();
        }
        return deleted;
    }
}
