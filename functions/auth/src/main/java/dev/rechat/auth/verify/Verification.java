package dev.rechat.auth.verify;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.accounts.link.LinkPurpose;
import dev.rechat.accounts.link.OneTimeLinks;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.UserRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** What a verification writes, in one transaction. */
@Singleton
class Verification {

    private final OneTimeLinks links;
    private final UserRepository users;
    private final Audit audit;
    private final Clock clock;

    Verification(OneTimeLinks links, UserRepository users, Audit audit, Clock clock) {
        this.links = links;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws dev.rechat.kernel.error.RefusedException {@code invalid_link} */
    @Transactional
    void verify(String token) {
        UserId user = links.use(token, Set.of(LinkPurpose.VERIFICATION)).user().id();
        users.verifyEmail(user, clock.instant());
        audit.own(AuditAction.EMAIL_VERIFIED, user, Map.of());
    }
}
