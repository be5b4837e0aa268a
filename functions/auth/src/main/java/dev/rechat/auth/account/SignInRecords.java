package dev.rechat.auth.account;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.kernel.error.AppException;
import dev.rechat.persistence.account.User;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Writes down that somebody was refused at sign-in; who was let in is written down with their session. */
@Singleton
final class SignInRecords {

    private final Audit audit;

    SignInRecords(Audit audit) {
        this.audit = audit;
    }

    /**
     * The same work whether or not there is such an account, so that time does not tell.
     *
     * @param account the one that was meant; what was typed as its address is written nowhere
     */
    void refused(Optional<User> account, AppException why) {
        audit.record(
                AuditAction.SESSION_REFUSED,
                null,
                Audit.USER,
                account.map(user -> user.id().toString()).orElse(""),
                Map.of("reason", why.code().code()));
    }
}
