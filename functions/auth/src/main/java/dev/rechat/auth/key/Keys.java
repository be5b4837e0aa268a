package dev.rechat.auth.key;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.auth.session.OwnSession;
import dev.rechat.kernel.account.ApiKeySecret;
import dev.rechat.kernel.account.Scope;
import dev.rechat.kernel.account.Standings;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.ApiKeyId;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.SessionId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.UserRepository;
import dev.rechat.persistence.apikey.ApiKey;
import dev.rechat.persistence.apikey.ApiKeyRepository;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes and revokes API keys. */
@Singleton
class Keys {

    static final int MOST_LIVE = 50;

    private static final Duration LONGEST_LIFE = Duration.ofDays(3660);
    private static final String KEY = "key_id";

    private final ApiKeyRepository keys;
    private final UserRepository users;
    private final Standings standings;
    private final Audit audit;
    private final IdGenerator ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Keys(ApiKeyRepository keys, UserRepository users, Standings standings, Audit audit, IdGenerator ids, Clock clock) {
        this.keys = keys;
        this.users = users;
        this.standings = standings;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes a key, one at a time per person, so that there are never more than may be.
     *
     * @throws RefusedException {@code forbidden} for a scope beyond what the account may do, {@code conflict} when there are
     *     too many keys
     * @throws ValidationException when it would have expired already, or not in ten years
     */
    @Transactional
    NewKey create(CurrentUser maker, CreateKey request) {
        UserId owner = maker.id();
        Instant now = clock.instant();
        Instant expiresAt = expiry(request.expiresAt(), now);
        if (users.findByIdForUpdate(owner).isEmpty()) {
            throw new RefusedException(ErrorCode.UNAUTHENTICATED, "this account is gone");
        }
        if (!reaches(OwnSession.of(maker), owner, request.scopes())) {
            throw new RefusedException(ErrorCode.FORBIDDEN, "a key may do nothing that its owner may not do");
        }
        if (keys.countLive(owner, now) >= MOST_LIVE) {
            throw new RefusedException(
                    ErrorCode.CONFLICT, "there are " + MOST_LIVE + " keys already; revoke one first");
        }
        ApiKeySecret secret = ApiKeySecret.random(random);
        String scopes = ApiKey.written(request.scopes());
        ApiKey key = keys.save(new ApiKey(
                ids.nextApiKeyId(),
                owner,
                secret.identifier(),
                secret.hash(),
                request.name().strip(),
                scopes,
                now,
                expiresAt,
                null,
                null));
        audit.own(AuditAction.API_KEY_MADE, owner, Map.of(KEY, key.id().toString(), "scopes", scopes));
        return new NewKey(key, secret);
    }

    /** Makes a key useless, within half a minute everywhere. @throws NotFoundException when the owner has no such key */
    @Transactional
    void revoke(UserId owner, ApiKeyId id) {
        if (keys.revoke(id, owner, clock.instant()) == 0) {
            throw new NotFoundException("API key");
        }
        audit.own(AuditAction.API_KEY_REVOKED, owner, Map.of(KEY, id.toString()));
    }

    /** Whether each scope gives the owner something now: nothing does before their address is verified, where it must be. */
    private boolean reaches(SessionId session, UserId owner, List<Scope> scopes) {
        return standings.ofSession(session, owner).stream()
                .anyMatch(standing -> scopes.stream()
                        .allMatch(scope -> standing.permissions(List.of(scope)).size()
                                > standing.permissions(List.of()).size()));
    }

    private static @Nullable Instant expiry(@Nullable Instant wished, Instant now) {
        if (wished == null) {
            return null;
        }
        if (!wished.isAfter(now)) {
            throw new ValidationException("expires_at", "too_small", "must be in the future");
        }
        if (wished.isAfter(now.plus(LONGEST_LIFE))) {
            throw new ValidationException("expires_at", "too_large", "must be within ten years");
        }
        return wished.truncatedTo(ChronoUnit.MILLIS);
    }
}
