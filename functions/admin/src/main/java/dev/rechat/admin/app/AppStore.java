package dev.rechat.admin.app;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.admin.budget.BudgetRemoval;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.GroupId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppRepository;
import dev.rechat.persistence.database.DuplicateKeyException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes apps so that slugs stay unique and changes made at the same time do not undo one another. Each act is one transaction
 * and stands in the audit log, with what was changed and never a key.
 */
@Singleton
class AppStore {

    private final AppRepository apps;
    private final AppGroups groups;
    private final BudgetRemoval budgets;
    private final Audit audit;

    AppStore(AppRepository apps, AppGroups groups, BudgetRemoval budgets, Audit audit) {
        this.apps = apps;
        this.groups = groups;
        this.budgets = budgets;
        this.audit = audit;
    }

    /**
     * Adds an app under exactly its slug.
     *
     * @throws RefusedException {@code slug_taken}
     */
    @Transactional
    App add(App app, List<GroupId> given, UserId administrator) {
        App added = unique(() -> apps.save(app));
        groups.replace(added, given);
        write(AuditAction.APP_CREATED, added.id(), administrator, Map.of("slug", added.slug(), "mode", added.mode()));
        return added;
    }

    /**
     * Changes an app as it is now, which may differ from what the caller saw before.
     *
     * @param given the groups that it is for from now on; null leaves them
     * @throws NotFoundException when it is gone
     * @throws RefusedException {@code slug_taken}
     */
    @Transactional
    App change(AppId id, UnaryOperator<App> change, @Nullable List<GroupId> given, UserId administrator) {
        App before = apps.findForUpdate(id).orElseThrow(AppStore::unknown);
        App after = change.apply(before);
        AppChanges changes = AppChanges.of(before, after);
        if (given != null) {
            List<GroupId> had = groups.of(before);
            if (groups.replace(before, given)) {
                changes.groups(had, new LinkedHashSet<>(given));
            }
        }
        if (changes.isEmpty()) {
            return before;
        }
        App changed = unique(() -> apps.update(after));
        write(AuditAction.APP_CHANGED, id, administrator, changes.details());
        return changed;
    }

    /**
     * Removes an app with its keys. What people have of it, and what they used, knows it by its id alone and stays.
     *
     * @param budgetsBefore how many budgets were removed for it
     */
    @Transactional
    void delete(AppId id, long budgetsBefore, UserId administrator) {
        App app = apps.findForUpdate(id).orElseThrow(AppStore::unknown);
        long deleted = budgetsBefore + budgets.deleteNewOf(id, administrator);
        apps.deleteById(id);
        write(
                AuditAction.APP_DELETED,
                id,
                administrator,
                Map.of("slug", app.slug(), "name", app.name(), "budgets", Long.toString(deleted)));
    }

    static NotFoundException unknown() {
        return new NotFoundException("app");
    }

    private void write(AuditAction action, AppId app, UserId administrator, Map<String, String> details) {
        audit.record(action, administrator, Audit.APP, app.toString(), details);
    }

    private static App unique(Supplier<App> write) {
        try {
            return write.get();
        } catch (DuplicateKeyException taken) {
            throw taken.violates(AppRepository.SLUG_KEY)
                    ? new RefusedException(ErrorCode.SLUG_TAKEN, "another app has this slug")
                    : taken;
        }
    }
}
