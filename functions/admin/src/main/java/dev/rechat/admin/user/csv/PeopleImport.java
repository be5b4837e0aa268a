package dev.rechat.admin.user.csv;

import dev.rechat.accounts.administrator.Administrators;
import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.admin.user.Memberships;
import dev.rechat.admin.user.NewUsers;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.Deadlocks;
import dev.rechat.persistence.database.DuplicateKeyException;
import dev.rechat.persistence.database.Trials;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings in a table of people: all of it or nothing. A trial does the very same work and takes it back; so does a table with a
 * row that fails, and its answer tells what would have become of the others.
 */
@Singleton
class PeopleImport {

    private final Trials transactions;
    private final Administrators administrators;
    private final KnownPeople people;
    private final NewUsers newUsers;
    private final PeopleChanges changes;
    private final Memberships memberships;
    private final Audit audit;

    PeopleImport(
            Trials transactions,
            Administrators administrators,
            KnownPeople people,
            NewUsers newUsers,
            PeopleChanges changes,
            Memberships memberships,
            Audit audit) {
        this.transactions = transactions;
        this.administrators = administrators;
        this.people = people;
        this.newUsers = newUsers;
        this.changes = changes;
        this.memberships = memberships;
        this.audit = audit;
    }

    /** Not to be called within a transaction. */
    ImportResult run(List<PeopleRow> rows, boolean dryRun, UserId administrator) {
        List<WantedPerson> wanted = rows.stream().map(WantedPerson::of).toList();
        try {
            return attempt(wanted, dryRun, administrator);
        } catch (DuplicateKeyException registered) {
            // Somebody registered at this moment: their account is known to the next attempt.
            return attempt(wanted, dryRun, administrator);
        }
    }

    private ImportResult attempt(List<WantedPerson> wanted, boolean dryRun, UserId administrator) {
        return Deadlocks.retry(
                () -> transactions.run(() -> work(wanted, dryRun, administrator), ImportResult::applied));
    }

    private ImportResult work(List<WantedPerson> wanted, boolean dryRun, UserId administrator) {
        Set<UserId> remaining = administrators.hold();
        var plan = new ImportPlan(people.hold(wanted), remaining, administrator);
        wanted.forEach(plan::add);
        newUsers.create(plan.created(), administrator);
        plan.changed().forEach(change -> changes.apply(change, administrator));
        memberships.apply(
                plan.changed().stream()
                        .flatMap(change -> change.moves().stream())
                        .toList(),
                administrator);
        ImportResult result = ImportResult.of(dryRun, plan.results());
        audit.record(
                AuditAction.ACCOUNTS_IMPORTED,
                administrator,
                Audit.USER,
                "",
                Map.of(
                        "created", Long.toString(result.created()),
                        "changed", Long.toString(result.changed()),
                        "unchanged", Long.toString(result.unchanged())));
        return result;
    }
}
