package dev.rechat.auth.key;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.kernel.account.ApiKeySecret;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.ApiKeyId;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.UserRepository;
import dev.rechat.persistence.apikey.ApiKey;
import dev.rechat.persistence.apikey.ApiKeyRepository;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes and revokes API keys. */
@Singleton
class Keys {

    static final int MOST_LIVE = 50;

    static final String KEY = "key_id";

    private final ApiKeyRepository keys;
    private final UserRepository users;
    private final KeyGrants grants;
    private final Audit audit;
    private final IdGenerator ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Keys(ApiKeyRepository keys, UserRepository users, KeyGrants grants, Audit audit, IdGenerator ids, Clock clock) {
        this.keys = keys;
        this.users = users;
        this.grants = grants;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes a key, one at a time per person, so that there are never more than may be.
     *
     * @throws RefusedException {@code forbidden} for a scope beyond what the account may do, {@code not_administrator} for a
     *     trusted key of somebody who runs the house no more, {@code conflict} when there are too many keys
     * @throws ValidationException when it would have expired already, or not in ten years, or is for an app that its owner may
     *     not use
     */
    @Transactional
    NewKey create(CurrentUser maker, CreateKey request) {
        UserId owner = maker.id();
        Instant now = clock.instant();
        Instant expiresAt = expiry(request.expiresAt(), now);
        if (users.findByIdForUpdate(owner).isEmpty()) {
            throw new RefusedException(ErrorCode.UNAUTHENTICATED, "this account is gone");
        }
        grants.require(maker, request.scopes(), request.wishesTrust());
        if (request.apps() != null) {
            grants.requireApps(owner, request.apps());
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
                request.wishesTrust(),
                ApiKey.writtenApps(request.apps()),
                request.requestsPerMinute(),
                now,
                expiresAt,
                null,
                null));
        audit.own(AuditAction.API_KEY_MADE, owner, told(key));
        return new NewKey(key, secret);
    }

    /** Makes a key useless, at once and everywhere. @throws NotFoundException when the owner has no such key */
    @Transactional
    void revoke(UserId owner, ApiKeyId id) {
        if (keys.revoke(id, owner, clock.instant()) == 0) {
            throw new NotFoundException("API key");
        }
        audit.own(AuditAction.API_KEY_REVOKED, owner, Map.of(KEY, id.toString()));
    }

    private static Map<String, String> told(ApiKey key) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put(KEY, key.id().toString());
        details.put("scopes", key.scopes());
        if (key.trusted()) {
            details.put("trusted", "true");
        }
        if (key.apps() != null) {
            details.put("apps", key.apps());
        }
        if (key.requestsPerMinute() != null) {
            details.put("requests_per_minute", key.requestsPerMinute().toString());
        }
        return details;
    }

    private static @Nullable Instant expiry(@Nullable Instant wished, Instant now) {
        if (wished == null) {
            return null;
        }
        KeyGrants.requireExpiry(wished, now);
        return wished.truncatedTo(ChronoUnit.MILLIS);
    }
}
