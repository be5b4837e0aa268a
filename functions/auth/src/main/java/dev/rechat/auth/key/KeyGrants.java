package dev.rechat.auth.key;

import dev.rechat.auth.session.OwnSession;
import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.account.Scope;
import dev.rechat.kernel.account.Standing;
import dev.rechat.kernel.account.Standings;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.VisibleAppRepository;
import dev.rechat.web.user.CurrentUser;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What people may give to a key: nothing that they do not have themselves, now and not as far as is remembered. */
@Singleton
final class KeyGrants {

    private static final Duration LONGEST_LIFE = Duration.ofDays(3660);

    private final Standings standings;
    private final VisibleAppRepository apps;

    KeyGrants(Standings standings, VisibleAppRepository apps) {
        this.standings = standings;
        this.apps = apps;
    }

    /**
     * @throws RefusedException {@code forbidden} for a scope beyond what the account may do, {@code not_administrator} for trust by
     *     somebody who runs the house no more
     */
    void require(CurrentUser giver, List<Scope> scopes, boolean trust) {
        Optional<Standing> standing = standings.ofSession(OwnSession.of(giver), giver.id());
        if (standing.filter(found -> reaches(found, scopes)).isEmpty()) {
            throw new RefusedException(ErrorCode.FORBIDDEN, "a key may do nothing that its owner may not do");
        }
        if (trust && !standing.get().permissions().contains(Permission.GOVERN)) {
            throw new RefusedException(
                    ErrorCode.NOT_ADMINISTRATOR, "only an administrator's key may act for other people");
        }
    }

    /** @throws ValidationException for an app that the owner may not use */
    void requireApps(UserId owner, Collection<AppId> wished) {
        if (!wished.stream().allMatch(app -> apps.find(app, owner).isPresent())) {
            throw new ValidationException("apps", "unknown", "names an app that there is none of for this account");
        }
    }

    /** @throws ValidationException for a time that is over, or not within ten years */
    static void requireExpiry(Instant wished, Instant now) {
        if (!wished.isAfter(now)) {
            throw new ValidationException("expires_at", "too_small", "must be in the future");
        }
        if (wished.isAfter(now.plus(LONGEST_LIFE))) {
            throw new ValidationException("expires_at", "too_large", "must be within ten years");
        }
    }

    /** Whether each scope gives the owner something now: nothing does before their address is verified, where it must be. */
    private static boolean reaches(Standing owner, List<Scope> scopes) {
        return scopes.stream()
                .allMatch(scope -> owner.permissions(List.of(scope)).size()
                        > owner.permissions(List.of()).size());
    }
}
