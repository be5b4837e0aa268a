package dev.rechat.auth.account;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.accounts.session.SessionEnding;
import dev.rechat.kernel.id.SessionId;
import dev.rechat.persistence.account.User;
import dev.rechat.persistence.account.UserRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;

/** What changing a password writes, in one transaction. */
@Singleton
class NewPassword {

    private final UserRepository users;
    private final SessionEnding sessions;
    private final Audit audit;
    private final Clock clock;

    NewPassword(UserRepository users, SessionEnding sessions, Audit audit, Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Nothing that was good before the change is good after it: no other session; and no link that would set a password,
     * since each is bound to the hash it was made for.
     *
     * @param user with the password that was proved
     * @return false when it was changed meanwhile
     */
    @Transactional
    boolean store(User user, String hash, SessionId kept) {
        if (users.changePassword(user.id(), user.passwordHash(), hash, clock.instant()) == 0) {
            return false;
        }
        long ended = sessions.endOthers(user.id(), kept);
        audit.own(AuditAction.PASSWORD_CHANGED, user.id(), Map.of(Audit.SESSIONS_ENDED, Long.toString(ended)));
        return true;
    }
}
