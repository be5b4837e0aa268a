package dev.rechat.admin.budget;

import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.id.BudgetId;
import dev.rechat.persistence.budget.Budget;
import dev.rechat.persistence.budget.BudgetRepository;
import dev.rechat.persistence.database.Deadlocks;
import dev.rechat.web.paging.Cursor;
import dev.rechat.web.paging.Page;
import dev.rechat.web.paging.PageRequest;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be spent. */
@Controller("/api/v1/admin/budgets")
@Secured(Permission.ADMINISTER)
@ExecuteOn(TaskExecutors.BLOCKING)
class AdminBudgetController {

    private final BudgetRepository budgets;
    private final BudgetAdministration administration;
    private final BudgetRemoval removal;
    private final Spent spent;

    AdminBudgetController(
            BudgetRepository budgets, BudgetAdministration administration, BudgetRemoval removal, Spent spent) {
        this.budgets = budgets;
        this.administration = administration;
        this.removal = removal;
        this.spent = spent;
    }

    /** All budgets, those switched off among them, the oldest first. */
    @Get
    Page<BudgetView> list(@Nullable @QueryValue Integer limit, @Nullable @QueryValue String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        List<Budget> rows = budgets.listAfter(Spent.after(request), request.rows());
        return request.page(rows, budget -> Cursor.of(budget.id().toString()), BudgetView::of);
    }

    /** Makes a budget. It counts what begins from now on. */
    @Post
    @Secured(Permission.GOVERN)
    @Status(HttpStatus.CREATED)
    BudgetView create(@Valid @Body CreateBudget request, CurrentUser administrator) {
        return BudgetView.of(Deadlocks.retry(() -> administration.create(request, administrator.id())));
    }

    @Get("/{id}")
    BudgetView get(BudgetId id) {
        return BudgetView.of(administration.require(id));
    }

    @Patch("/{id}")
    @Secured(Permission.GOVERN)
    BudgetView change(BudgetId id, @Valid @Body ChangeBudget request, CurrentUser administrator) {
        return BudgetView.of(Deadlocks.retry(() -> administration.change(id, request, administrator.id())));
    }

    /** Deletes it with everything that was counted of it; turns and what they cost stay in the ledger. */
    @Delete("/{id}")
    @Secured(Permission.GOVERN)
    @Status(HttpStatus.NO_CONTENT)
    void delete(BudgetId id, CurrentUser administrator) {
        removal.delete(administration.require(id), administrator.id());
    }

    /** What is spent in a period, the present one unless another is named by one of its days; of everybody who has spent something. */
    @Get("/{id}/counters")
    Page<CounterView> counters(
            BudgetId id,
            @Nullable @QueryValue("period_start") String periodStart,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue String cursor) {
        return spent.counters(administration.require(id), periodStart, PageRequest.of(limit, cursor));
    }

    /** The turns that a counter is made of, in the order in which they began. @param person needed where everybody has their own */
    @Get("/{id}/charges")
    Page<ChargeView> charges(
            BudgetId id,
            @Nullable @QueryValue String person,
            @Nullable @QueryValue("period_start") String periodStart,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue String cursor) {
        return spent.charges(administration.require(id), person, periodStart, PageRequest.of(limit, cursor));
    }
}
