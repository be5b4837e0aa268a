package dev.rechat.auth.reset;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.accounts.device.KnownDevices;
import dev.rechat.accounts.link.GoodLink;
import dev.rechat.accounts.link.LinkPurpose;
import dev.rechat.accounts.link.OneTimeLinks;
import dev.rechat.accounts.password.PasswordHasher;
import dev.rechat.accounts.session.SessionEnding;
import dev.rechat.accounts.setting.HouseSettings;
import dev.rechat.accounts.setting.Setting;
import dev.rechat.accounts.throttle.Policies;
import dev.rechat.accounts.throttle.Throttle;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.UserRepository;
import dev.rechat.persistence.apikey.ApiKeyRepository;
import dev.rechat.persistence.factor.SecondFactorRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a reset writes, in one transaction. */
@Singleton
class PasswordReset {

    static final Set<LinkPurpose> PURPOSES = Set.of(LinkPurpose.RESET_BY_MAIL, LinkPurpose.RESET_BY_ADMINISTRATOR);

    private final OneTimeLinks links;
    private final UserRepository users;
    private final SessionEnding sessions;
    private final KnownDevices devices;
    private final SecondFactorRepository factors;
    private final ApiKeyRepository keys;
    private final Throttle throttle;
    private final HouseSettings settings;
    private final Audit audit;
    private final Clock clock;

    PasswordReset(
            OneTimeLinks links,
            UserRepository users,
            SessionEnding sessions,
            KnownDevices devices,
            SecondFactorRepository factors,
            ApiKeyRepository keys,
            Throttle throttle,
            HouseSettings settings,
            Audit audit,
            Clock clock) {
        this.links = links;
        this.users = users;
        this.sessions = sessions;
        this.devices = devices;
        this.factors = factors;
        this.keys = keys;
        this.throttle = throttle;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Uses the link, sets the password, revokes all API keys and signs the account out everywhere: whoever else knew the old password is out, and
     * guesses from their browser as any stranger. The browser the link was used in becomes known: somebody who hammers the
     * account does not keep its owner out of a new one. The second factor stays, since a mailbox or an administrator does
     * not stand for it, but for one that was enrolled
     * before the address was ever confirmed, where the house wants that. A link that came by mail shows that the address is the person's;
     * one with which somebody takes over the account that an administrator has made for them counts as that, too: the
     * administrator has said whose address it is.
     *
     * @param deviceCookie what the browser keeps of earlier visits
     * @return the {@code Set-Cookie} that makes the browser known
     * @throws dev.rechat.kernel.error.RefusedException {@code invalid_link}
     */
    @Transactional
    String reset(String token, String passwordHash, @Nullable String deviceCookie) {
        GoodLink link = links.use(token, PURPOSES);
        UserId user = link.user().id();
        users.resetPassword(user, passwordHash, clock.instant());
        boolean mailed = link.purpose() == LinkPurpose.RESET_BY_MAIL;
        if (mailed && users.verifyEmail(user, clock.instant()) > 0 && settings.get(Setting.EMAIL_VERIFICATION)) {
            // Whoever opened the account before had not shown that the address is theirs: their second factor is not
            // the owner's.
            factors.deleteByUserId(user);
        }
        if (!mailed && link.user().passwordHash().equals(PasswordHasher.NONE)) {
            users.verifyEmail(user, clock.instant());
        }
        keys.revokeAll(user, clock.instant());
        long ended = sessions.endAll(user);
        devices.forgetAll(user);
        throttle.forget(Policies.SECOND_FACTOR.of(user));
        audit.own(
                AuditAction.PASSWORD_RESET,
                user,
                Map.of("link", mailed ? "mail" : "administrator", Audit.SESSIONS_ENDED, Long.toString(ended)));
        return devices.remember(user, deviceCookie);
    }
}
