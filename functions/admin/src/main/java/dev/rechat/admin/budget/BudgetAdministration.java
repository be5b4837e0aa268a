package dev.rechat.admin.budget;

import static dev.rechat.usage.budget.BudgetStanding.text;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.BudgetId;
import dev.rechat.kernel.id.Id;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.budget.Budget;
import dev.rechat.persistence.budget.BudgetRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What administrators do to budgets. Each act stands in the audit log with who did it. */
@Singleton
class BudgetAdministration {

    /** Every turn looks through all of them. */
    static final int MOST = 500;

    private final BudgetRepository budgets;
    private final Audit audit;
    private final IdGenerator ids;
    private final Clock clock;

    BudgetAdministration(BudgetRepository budgets, Audit audit, IdGenerator ids, Clock clock) {
        this.budgets = budgets;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    Budget require(BudgetId id) {
        return budgets.find(id).orElseThrow(() -> new NotFoundException("budget"));
    }

    /**
     * @throws ValidationException for what makes no budget, and for a person, group or app that there is not
     * @throws RefusedException {@code conflict} when there are too many
     */
    @Transactional
    Budget create(CreateBudget request, UserId administrator) {
        Budget budget = NewBudget.of(request, ids.nextBudgetId(), clock.instant());
        if (budgets.countAll() >= MOST) {
            throw new RefusedException(ErrorCode.CONFLICT, "there are " + MOST + " budgets already");
        }
        requireThere(
                "user_id",
                budget.userId(),
                request.userId() == null ? Optional.empty() : budgets.holdUser(request.userId()));
        requireThere(
                "group_id",
                budget.groupId(),
                request.groupId() == null ? Optional.empty() : budgets.holdGroup(request.groupId()));
        requireThere(
                "app_id",
                budget.appId(),
                request.appId() == null ? Optional.empty() : budgets.holdApp(request.appId()));
        budgets.save(budget);
        audit.record(
                AuditAction.BUDGET_CREATED,
                administrator,
                Audit.BUDGET,
                budget.id().toString(),
                told(budget));
        return budget;
    }

    private static void requireThere(String field, @Nullable Id named, Optional<String> found) {
        if (named != null && found.isEmpty()) {
            throw new ValidationException(field, "unknown", "there is none with this id");
        }
    }

    @Transactional
    Budget change(BudgetId id, ChangeBudget request, UserId administrator) {
        Budget before = budgets.findForUpdate(id).orElseThrow(() -> new NotFoundException("budget"));
        Budget after = request.apply(before, clock.instant());
        Map<String, String> changes = changes(told(before), told(after));
        if (changes.isEmpty()) {
            return before;
        }
        budgets.change(after);
        audit.record(AuditAction.BUDGET_CHANGED, administrator, Audit.BUDGET, id.toString(), changes);
        return after;
    }

    /** Has it bind nobody from now on. */
    @Transactional
    boolean disable(BudgetId id, UserId administrator) {
        boolean enabled = budgets.findForUpdate(id).filter(Budget::enabled).isPresent();
        if (enabled) {
            budgets.disable(id, clock.instant());
            audit.record(
                    AuditAction.BUDGET_CHANGED,
                    administrator,
                    Audit.BUDGET,
                    id.toString(),
                    Map.of("old_enabled", "true", "new_enabled", "false"));
        }
        return enabled;
    }

    /** @return false when it is gone already */
    @Transactional
    boolean remove(Budget budget, UserId administrator) {
        boolean here = budgets.delete(budget.id()) == 1;
        if (here) {
            audit.record(
                    AuditAction.BUDGET_DELETED,
                    administrator,
                    Audit.BUDGET,
                    budget.id().toString(),
                    told(budget));
        }
        return here;
    }

    private static Map<String, String> told(Budget budget) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("name", budget.name());
        told.put(
                "amount",
                text(budget.amount()) + " " + unit(budget) + " a "
                        + budget.period().wireName());
        told.put("per_person", Boolean.toString(budget.perPerson()));
        told.put("reserve", text(budget.reserve()));
        told.put("enabled", Boolean.toString(budget.enabled()));
        put(told, "user_id", budget.userId());
        put(told, "group_id", budget.groupId());
        put(told, "app_id", budget.appId());
        return told;
    }

    private static String unit(Budget budget) {
        return budget.currency().isEmpty() ? budget.measure().wireName() : budget.currency();
    }

    private static void put(Map<String, String> told, String key, @Nullable Id id) {
        if (id != null) {
            told.put(key, id.toString());
        }
    }

    private static Map<String, String> changes(Map<String, String> before, Map<String, String> after) {
        Map<String, String> changes = new LinkedHashMap<>();
        after.forEach((key, value) -> {
            if (!value.equals(before.get(key))) {
                changes.put("old_" + key, String.valueOf(before.get(key)));
                changes.put("new_" + key, value);
            }
        });
        return changes;
    }
}
