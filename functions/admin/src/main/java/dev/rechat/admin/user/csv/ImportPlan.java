package dev.rechat.admin.user.csv;

import dev.rechat.accounts.profile.EmailAddress;
import dev.rechat.admin.user.NewUser;
import dev.rechat.admin.user.csv.RowResult.Outcome;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.error.FieldError;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.GroupName;
import dev.rechat.persistence.account.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Decides row by row what is to be done. Used by one thread, for one table. */
final class ImportPlan {

    private final Known known;
    private final Set<UserId> administrators;
    private final UserId administrator;
    private final Map<EmailAddress, Integer> lines = new HashMap<>();
    private final List<NewUser> created = new ArrayList<>();
    private final List<PersonChange> changed = new ArrayList<>();
    private final List<RowResult> results = new ArrayList<>();

    /**
     * @param administrators all there are
     * @param administrator who brings the table in
     */
    ImportPlan(Known known, Set<UserId> administrators, UserId administrator) {
        this.known = known;
        this.administrators = new HashSet<>(administrators);
        this.administrator = administrator;
    }

    void add(WantedPerson wanted) {
        List<FieldError> errors = new ArrayList<>(wanted.errors());
        EmailAddress email = wanted.email();
        Integer earlier =
                email == null ? null : lines.putIfAbsent(email, wanted.row().line());
        if (earlier != null) {
            errors.add(WantedPerson.error(Column.EMAIL, "duplicate", "stands in line " + earlier + ", too"));
        }
        List<GroupName> groups = groups(wanted, errors);
        if (email == null || !errors.isEmpty()) {
            fail(wanted, errors);
            return;
        }
        User person = known.people().get(email.value());
        if (person == null) {
            created.add(
                    NewUser.of(email, wanted.displayName(), wanted.role(), wanted.language(), wanted.active(), groups));
            result(wanted, Outcome.CREATED, List.of());
        } else {
            change(PersonChange.of(person, wanted, known), wanted);
        }
    }

    private void change(PersonChange change, WantedPerson wanted) {
        if (change.isNone()) {
            result(wanted, Outcome.UNCHANGED, List.of());
            return;
        }
        List<FieldError> errors = refusals(change);
        if (errors.isEmpty()) {
            changed.add(change);
            result(wanted, Outcome.CHANGED, change.changes());
        } else {
            fail(wanted, errors);
        }
    }

    /** The same rules as for one account after the other; and nobody locks themselves out by a line in a file. */
    private List<FieldError> refusals(PersonChange change) {
        UserId person = change.person().id();
        boolean administers = change.after().active() && change.after().role() == Role.ADMIN;
        if (administers) {
            administrators.add(person);
            return List.of();
        }
        if (person.equals(administrator)) {
            return refused(change, "own_account", "cannot be changed so about oneself");
        }
        if (administrators.equals(Set.of(person))) {
            return refused(change, "last_administrator", "would leave the house without an administrator");
        }
        administrators.remove(person);
        return List.of();
    }

    private static List<FieldError> refused(PersonChange change, String code, String message) {
        return List.of(WantedPerson.error(change.after().active() ? Column.ROLE : Column.ACTIVE, code, message));
    }

    private List<GroupName> groups(WantedPerson wanted, List<FieldError> errors) {
        Set<String> names = Objects.requireNonNullElse(wanted.groups(), Set.of());
        if (!known.groups().keySet().containsAll(names)) {
            errors.add(WantedPerson.error(Column.GROUPS, "unknown", "names a group that there is not"));
        }
        return names.stream().map(known.groups()::get).filter(Objects::nonNull).toList();
    }

    private void fail(WantedPerson wanted, List<FieldError> errors) {
        results.add(new RowResult(wanted.row().line(), email(wanted), Outcome.FAILED, List.of(), errors));
    }

    private void result(WantedPerson wanted, Outcome outcome, List<FieldChange> changes) {
        results.add(new RowResult(wanted.row().line(), email(wanted), outcome, changes, List.of()));
    }

    private static String email(WantedPerson wanted) {
        if (wanted.email() != null) {
            return wanted.email().value();
        }
        String written = wanted.row().get(Column.EMAIL);
        return written.substring(0, Math.min(written.length(), EmailAddress.MAX_LENGTH));
    }

    List<NewUser> created() {
        return created;
    }

    List<PersonChange> changed() {
        return changed;
    }

    List<RowResult> results() {
        return results;
    }
}
