package dev.rechat.auth.account;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.accounts.device.KnownDevices;
import dev.rechat.accounts.session.SessionEnding;
import dev.rechat.accounts.throttle.Policies;
import dev.rechat.accounts.throttle.Throttle;
import dev.rechat.kernel.id.SessionId;
import dev.rechat.persistence.account.User;
import dev.rechat.persistence.account.UserRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What changing a password writes, in one transaction. */
@Singleton
class NewPassword {

    private final UserRepository users;
    private final SessionEnding sessions;
    private final KnownDevices devices;
    private final Throttle throttle;
    private final Audit audit;
    private final Clock clock;

    NewPassword(
            UserRepository users,
            SessionEnding sessions,
            KnownDevices devices,
            Throttle throttle,
            Audit audit,
            Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.devices = devices;
        this.throttle = throttle;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Nothing that was good before the change is good after it: no other session; and no link that would set a password,
     * since each is bound to the hash it was made for. All other browsers are strangers again: whoever knew the old password
     * guesses the new one as a stranger. What was guessed at behind the old password is forgotten.
     *
     * @param user with the password that was proved
     * @param deviceCookie what the browser keeps of earlier visits
     * @return the {@code Set-Cookie} that makes the browser known; empty when the password was changed meanwhile
     */
    @Transactional
    Optional<String> store(User user, String hash, SessionId kept, @Nullable String deviceCookie) {
        if (users.changePassword(user.id(), user.passwordHash(), hash, clock.instant()) == 0) {
            return Optional.empty();
        }
        long ended = sessions.endOthers(user.id(), kept);
        audit.own(AuditAction.PASSWORD_CHANGED, user.id(), Map.of(Audit.SESSIONS_ENDED, Long.toString(ended)));
        devices.forgetAll(user.id());
        throttle.forget(Policies.SECOND_FACTOR.of(user.id()));
        return Optional.of(devices.remember(user.id(), deviceCookie));
    }
}
