package dev.rechat.chat.openai.person;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.accounts.password.PasswordHasher;
import dev.rechat.accounts.profile.ProfileRules;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.User;
import dev.rechat.persistence.account.UserRepository;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/**
 * Makes accounts of people whom a trusted key names first. They have no password until they choose one with a reset link; their
 * address counts as confirmed only where the program has signed it.
 */
@Singleton
class NewPeople {

    private final UserRepository users;
    private final Audit audit;
    private final IdGenerator ids;
    private final Clock clock;

    NewPeople(UserRepository users, Audit audit, IdGenerator ids, Clock clock) {
        this.users = users;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws dev.rechat.persistence.database.DuplicateKeyException when somebody else was faster */
    @Transactional
    User create(NamedPerson person, CurrentUser owner) {
        Instant now = clock.instant();
        UserId id = ids.nextUserId();
        User made = users.save(new User(
                id,
                person.email().value(),
                PasswordHasher.NONE,
                person.name(),
                Role.USER,
                true,
                ProfileRules.DEFAULT_LANGUAGE,
                person.signed() ? now : null,
                now,
                now));
        audit.record(
                AuditAction.ACCOUNT_CREATED,
                owner.id(),
                Audit.USER,
                id.toString(),
                Map.of(
                        "role",
                        Role.USER.code(),
                        "active",
                        "true",
                        "key_id",
                        String.valueOf(owner.keyId()),
                        "named_by",
                        person.signed() ? "token" : "headers"));
        return made;
    }
}
