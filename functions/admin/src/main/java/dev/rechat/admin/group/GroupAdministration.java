package dev.rechat.admin.group;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.admin.budget.BudgetRemoval;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.GroupId;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppGroupRepository;
import dev.rechat.persistence.database.Deadlocks;
import dev.rechat.persistence.database.DuplicateKeyException;
import dev.rechat.persistence.group.Group;
import dev.rechat.persistence.group.GroupRepository;
import dev.rechat.persistence.group.ListedGroup;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Makes, changes and removes groups, each act one transaction that stands in the audit log. */
@Singleton
class GroupAdministration {

    /** Enough for any house; two who make the last one at once may both succeed, which harms nobody. */
    static final int MOST = 1_000;

    /** How many apps are named that nobody is shown any more. */
    private static final int MOST_NAMED = 100;

    private final GroupRepository groups;
    private final AppGroupRepository apps;
    private final BudgetRemoval budgets;
    private final Audit audit;
    private final IdGenerator ids;
    private final Clock clock;

    GroupAdministration(
            GroupRepository groups,
            AppGroupRepository apps,
            BudgetRemoval budgets,
            Audit audit,
            IdGenerator ids,
            Clock clock) {
        this.groups = groups;
        this.apps = apps;
        this.budgets = budgets;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    ListedGroup require(GroupId id) {
        return groups.findListed(id).orElseThrow(GroupAdministration::unknown);
    }

    static NotFoundException unknown() {
        return new NotFoundException("group");
    }

    /** @throws RefusedException {@code group_exists}, {@code conflict} when there are too many */
    @Transactional
    ListedGroup create(CreateGroup request, UserId administrator) {
        if (groups.countAll() >= MOST) {
            throw new RefusedException(ErrorCode.CONFLICT, "there are " + MOST + " groups already");
        }
        Instant now = clock.instant();
        String description =
                Objects.requireNonNullElse(request.description(), "").strip();
        Group group = new Group(ids.nextGroupId(), request.name(), description, now, now);
        unique(() -> groups.save(group));
        write(AuditAction.GROUP_CREATED, group.id(), administrator, Map.of("name", group.name()));
        return require(group.id());
    }

    /** Changes what differs. @throws RefusedException {@code group_exists} */
    @Transactional
    ListedGroup change(GroupId id, ChangeGroup request, UserId administrator) {
        Group before = groups.findForUpdate(id).orElseThrow(GroupAdministration::unknown);
        if (!request.of(before, before.updatedAt()).equals(before)) {
            Group after = request.of(before, clock.instant());
            unique(() -> groups.update(after));
            write(AuditAction.GROUP_CHANGED, id, administrator, changes(before, after));
        }
        return require(id);
    }

    /** Which fields, and how it was called and is called where that is among them. */
    private static Map<String, String> changes(Group before, Group after) {
        boolean described = !before.description().equals(after.description());
        return before.name().equals(after.name())
                ? Map.of("fields", "description")
                : Map.of(
                        "fields",
                        described ? "name description" : "name",
                        "old_name",
                        before.name(),
                        "new_name",
                        after.name());
    }

    /** Removes the group after its budgets. Apps that were for it alone are for nobody then, never for all. */
    DeletedGroup delete(GroupId id, UserId administrator) {
        require(id);
        long before = budgets.deleteOf(id, administrator);
        return Deadlocks.retry(() -> remove(id, before, administrator));
    }

    @Transactional
    DeletedGroup remove(GroupId id, long budgetsBefore, UserId administrator) {
        Group group = groups.findForUpdate(id).orElseThrow(GroupAdministration::unknown);
        ListedGroup listed = require(id);
        List<App> hidden = apps.listOnlyFor(id, MOST_NAMED);
        long deleted = budgetsBefore + budgets.deleteNewOf(id, administrator);
        groups.deleteById(id);
        write(
                AuditAction.GROUP_DELETED,
                id,
                administrator,
                Map.of(
                        "name",
                        group.name(),
                        "members",
                        Long.toString(listed.memberCount()),
                        "apps",
                        Long.toString(listed.appCount()),
                        "budgets",
                        Long.toString(deleted)));
        return new DeletedGroup(hidden.stream().map(DeletedGroup.HiddenApp::of).toList(), deleted);
    }

    private void write(AuditAction action, GroupId target, UserId administrator, Map<String, String> details) {
        audit.record(action, administrator, Audit.GROUP, target.toString(), details);
    }

    private static void unique(Supplier<Group> write) {
        try {
            var _ = write.get();
        } catch (DuplicateKeyException taken) {
            if (taken.violates(GroupRepository.NAME_KEY)) {
                throw new RefusedException(ErrorCode.GROUP_EXISTS, "there is a group of this name");
            }
            throw taken;
        }
    }
}
