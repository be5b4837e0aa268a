package dev.rechat.admin.user;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.accounts.password.PasswordHasher;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.User;
import dev.rechat.persistence.account.UserRepository;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Adds accounts for others. They have no password until their owners choose one with a reset link, and their addresses count as
 * not confirmed until then.
 */
@Singleton
public class NewUsers {

    /** So many people in one statement. */
    private static final int PEOPLE = 500;

    private final UserRepository users;
    private final Memberships memberships;
    private final Audit audit;
    private final IdGenerator ids;
    private final Clock clock;

    NewUsers(UserRepository users, Memberships memberships, Audit audit, IdGenerator ids, Clock clock) {
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
        List<Move> joining = new ArrayList<>();
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
            each.groups().forEach(group -> joining.add(new Move(id, group.id(), true)));
        }
        for (int from = 0; from < made.size(); from += PEOPLE) {
            users.saveAll(made.subList(from, Math.min(made.size(), from + PEOPLE)));
        }
        made.forEach(user -> write(user, administrator));
        memberships.apply(joining, administrator);
        return made.stream().map(User::id).toList();
    }

    private void write(User made, UserId administrator) {
        audit.record(
                AuditAction.ACCOUNT_CREATED,
                administrator,
                Audit.USER,
                made.id().toString(),
                Map.of("role", made.role().code(), "active", Boolean.toString(made.active())));
    }
}
