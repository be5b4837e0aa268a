package dev.rechat.usage.budget;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.BudgetId;
import dev.rechat.kernel.id.GroupId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.budget.Budget;
import dev.rechat.persistence.budget.BudgetMeasure;
import dev.rechat.persistence.budget.BudgetPeriod;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A budget to be, so that a test says only what matters to it. */
record NewBudget(
        BudgetMeasure measure,
        String currency,
        String amount,
        BudgetPeriod period,
        boolean perPerson,
        @Nullable UserId user,
        @Nullable GroupId group,
        @Nullable AppId app,
        String reserve) {

    /** A day's, for all together. */
    static NewBudget turns(int amount) {
        return of(BudgetMeasure.TURNS, "", Integer.toString(amount), "1");
    }

    static NewBudget tokens(int amount, int reserve) {
        return of(BudgetMeasure.TOKENS, "", Integer.toString(amount), Integer.toString(reserve));
    }

    static NewBudget money(String currency, String amount, String reserve) {
        return of(BudgetMeasure.MONEY, currency, amount, reserve);
    }

    private static NewBudget of(BudgetMeasure measure, String currency, String amount, String reserve) {
        return new NewBudget(measure, currency, amount, BudgetPeriod.DAY, false, null, null, null, reserve);
    }

    NewBudget aMonth() {
        return new NewBudget(measure, currency, amount, BudgetPeriod.MONTH, perPerson, user, group, app, reserve);
    }

    NewBudget each() {
        return new NewBudget(measure, currency, amount, period, true, user, group, app, reserve);
    }

    NewBudget forUser(UserId who) {
        return new NewBudget(measure, currency, amount, period, perPerson, who, group, app, reserve);
    }

    NewBudget forGroup(GroupId some) {
        return new NewBudget(measure, currency, amount, period, perPerson, user, some, app, reserve);
    }

    NewBudget forApp(AppId one) {
        return new NewBudget(measure, currency, amount, period, perPerson, user, group, one, reserve);
    }

    Budget budget(BudgetId id, Instant now) {
        return new Budget(
                id,
                "The budget",
                measure,
                currency,
                new BigDecimal(amount),
                period,
                perPerson,
                user,
                group,
                app,
                new BigDecimal(reserve),
                true,
                now,
                now);
    }
}
