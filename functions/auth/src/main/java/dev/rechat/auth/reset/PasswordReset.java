package dev.rechat.auth.reset;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.accounts.link.GoodLink;
import dev.rechat.accounts.link.LinkPurpose;
import dev.rechat.accounts.link.OneTimeLinks;
import dev.rechat.accounts.session.SessionEnding;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.UserRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** What a reset writes, in one transaction. */
@Singleton
class PasswordReset {

    static final Set<LinkPurpose> PURPOSES = Set.of(LinkPurpose.RESET_BY_MAIL, LinkPurpose.RESET_BY_ADMINISTRATOR);

    private final OneTimeLinks links;
    private final UserRepository users;
    private final SessionEnding sessions;
    private final Audit audit;
    private final Clock clock;

    PasswordReset(OneTimeLinks links, UserRepository users, SessionEnding sessions, Audit audit, Clock clock) {
        this.links = links;
        this.users = users;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Uses the link, sets the password and signs the account out everywhere: whoever else knew the old password is out. The
     * second factor stays, since a mailbox or an administrator does not stand for it. A link that came by mail shows that
     * the address is the person's.
     *
     * @throws dev.rechat.kernel.error.RefusedException {@code invalid_link}
     */
    @Transactional
    void reset(String token, String passwordHash) {
        GoodLink link = links.use(token, PURPOSES);
        UserId user = link.user().id();
        users.updateHash(user, passwordHash);
        boolean mailed = link.purpose() == LinkPurpose.RESET_BY_MAIL;
        if (mailed) {
            users.verifyEmail(user, clock.instant());
        }
        sessions.endAll(user);
        audit.own(AuditAction.PASSWORD_RESET, user, Map.of("link", mailed ? "mail" : "administrator"));
    }
}
