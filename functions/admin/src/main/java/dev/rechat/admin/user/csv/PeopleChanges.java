package dev.rechat.admin.user.csv;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.admin.user.StandingChanges;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.GroupName;
import dev.rechat.persistence.account.MembershipRepository;
import dev.rechat.persistence.account.UserRepository;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes of people what a table wants them to be, as if an administrator had done it one by one. */
@Singleton
class PeopleChanges {

    private final UserRepository users;
    private final MembershipRepository memberships;
    private final StandingChanges standings;
    private final Audit audit;
    private final Clock clock;

    PeopleChanges(
            UserRepository users,
            MembershipRepository memberships,
            StandingChanges standings,
            Audit audit,
            Clock clock) {
        this.users = users;
        this.memberships = memberships;
        this.standings = standings;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(propagation = TransactionDefinition.Propagation.MANDATORY)
    void apply(PersonChange change, UserId administrator) {
        UserId person = change.person().id();
        if (!change.before().equals(change.after())) {
            standings.apply(person, change.before(), change.after(), administrator);
        }
        Instant now = clock.instant();
        Map<String, String> written = new LinkedHashMap<>();
        if (change.displayName() != null || change.language() != null) {
            users.changeProfile(person, change.displayName(), change.language(), now);
            written.put(
                    "fields",
                    change.displayName() == null
                            ? "language"
                            : change.language() == null ? "display_name" : "display_name,language");
        }
        List<String> one = List.of(person.toString());
        change.joined().forEach(group -> memberships.add(group.id(), one, now));
        change.left().forEach(group -> memberships.remove(group.id(), one));
        note("groups_joined", change.joined(), written);
        note("groups_left", change.left(), written);
        if (!written.isEmpty()) {
            audit.record(AuditAction.ACCOUNT_CHANGED, administrator, Audit.USER, person.toString(), written);
        }
    }

    private static void note(String detail, List<GroupName> groups, Map<String, String> written) {
        if (!groups.isEmpty()) {
            written.put(
                    detail, groups.stream().map(group -> group.id().toString()).collect(Collectors.joining(",")));
        }
    }
}
