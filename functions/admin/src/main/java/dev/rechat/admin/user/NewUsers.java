package dev.rechat.admin.user;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.accounts.password.PasswordHasher;
import dev.rechat.kernel.id.GroupId;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.GroupName;
import dev.rechat.persistence.account.MembershipRepository;
import dev.rechat.persistence.account.User;
import dev.rechat.persistence.account.UserRepository;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Adds accounts for others. They have no password until their owners choose one with a reset link, and their addresses count as
 * not confirmed until then.
 */
@Singleton
public class NewUsers {

    /** So many people in one statement. */
    private static final int PEOPLE = 500;

    private final UserRepository users;
    private final MembershipRepository memberships;
    private final Audit audit;
    private final IdGenerator ids;
    private final Clock clock;

    NewUsers(UserRepository users, MembershipRepository memberships, Audit audit, IdGenerator ids, Clock clock) {
        this.users = users;
        this.memberships = memberships;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Adds them, in the caller's transaction.
     *
     * @return their ids, in the same order
     * @throws dev.rechat.persistence.database.DuplicateKeyException when an e-mail is taken
     */
    @Transactional(propagation = TransactionDefinition.Propagation.MANDATORY)
    public List<UserId> create(List<NewUser> wanted, UserId administrator) {
        Instant now = clock.instant();
        List<User> made = new ArrayList<>();
        Map<GroupId, List<String>> joining = new LinkedHashMap<>();
        for (NewUser each : wanted) {
            UserId id = ids.nextUserId();
            made.add(new User(
                    id,
                    each.email().value(),
                    PasswordHasher.NONE,
                    each.displayName(),
                    each.role(),
                    each.active(),
                    each.language(),
                    null,
                    now,
                    now));
            each.groups().forEach(group -> joining.computeIfAbsent(group.id(), none -> new ArrayList<>())
                    .add(id.toString()));
        }
        for (int from = 0; from < made.size(); from += PEOPLE) {
            users.saveAll(made.subList(from, Math.min(made.size(), from + PEOPLE)));
        }
        joining.forEach((group, people) -> join(group, people, now));
        for (int i = 0; i < made.size(); i++) {
            write(made.get(i), wanted.get(i), administrator);
        }
        return made.stream().map(User::id).toList();
    }

    private void join(GroupId group, List<String> people, Instant now) {
        for (int from = 0; from < people.size(); from += PEOPLE) {
            memberships.add(group, people.subList(from, Math.min(people.size(), from + PEOPLE)), now);
        }
    }

    private void write(User made, NewUser wanted, UserId administrator) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("role", made.role().code());
        details.put("active", Boolean.toString(made.active()));
        if (!wanted.groups().isEmpty()) {
            details.put(
                    "groups",
                    wanted.groups().stream()
                            .map(GroupName::id)
                            .map(GroupId::toString)
                            .collect(Collectors.joining(",")));
        }
        audit.record(
                AuditAction.ACCOUNT_CREATED, administrator, Audit.USER, made.id().toString(), details);
    }
}
