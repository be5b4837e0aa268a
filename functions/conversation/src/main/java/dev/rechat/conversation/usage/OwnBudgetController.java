package dev.rechat.conversation.usage;

import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.id.BudgetId;
import dev.rechat.usage.budget.BudgetStanding;
import dev.rechat.usage.budget.OwnBudgets;
import dev.rechat.web.paging.Cursor;
import dev.rechat.web.paging.Page;
import dev.rechat.web.paging.PageRequest;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one may still spend. */
@Controller("/api/v1/usage/budgets")
@Secured(Permission.READ)
@ExecuteOn(TaskExecutors.BLOCKING)
class OwnBudgetController {

    private final OwnBudgets budgets;

    OwnBudgetController(OwnBudgets budgets) {
        this.budgets = budgets;
    }

    /** The budgets that bind one now, with what is left of each. */
    @Get
    Page<OwnBudgetView> list(
            CurrentUser user, @Nullable @QueryValue Integer limit, @Nullable @QueryValue String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        String after = request.start().map(OwnBudgetController::place).orElse("");
        List<BudgetStanding> rows = budgets.list(user.id(), after, request.rows());
        return request.page(rows, standing -> Cursor.of(standing.budget().id().toString()), OwnBudgetView::of);
    }

    private static String place(Cursor cursor) {
        try {
            return BudgetId.of(String.join("", cursor.parts())).toString();
        } catch (IllegalArgumentException notAnId) {
            throw Cursor.invalid();
        }
    }
}
