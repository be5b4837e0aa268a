package dev.rechat.auth.key;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.ApiKeyId;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.UserRepository;
import dev.rechat.persistence.apikey.ApiKey;
import dev.rechat.persistence.apikey.ApiKeyRepository;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes what keys may do. Every request looks at it, so that what is taken from a key is gone at once, everywhere. */
@Singleton
class KeyChanges {

    private final ApiKeyRepository keys;
    private final UserRepository users;
    private final KeyGrants grants;
    private final Audit audit;
    private final Clock clock;

    KeyChanges(ApiKeyRepository keys, UserRepository users, KeyGrants grants, Audit audit, Clock clock) {
        this.keys = keys;
        this.users = users;
        this.grants = grants;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Changes a key.
     *
     * @param proven whether its owner has shown their password just now: only then may it do more than before
     * @return the key as it is now
     * @throws NotFoundException when the owner has no such key
     * @throws ValidationException when something is wrong with the change, or it is not proven and had to be
     * @throws RefusedException as {@link KeyGrants#require}, and {@code conflict} when an expired key would be one too many
     */
    @Transactional
    ApiKey change(CurrentUser owner, ApiKeyId id, ChangeKey request, boolean proven) {
        Instant now = clock.instant();
        UserId user = owner.id();
        // As where keys are made: one at a time per person.
        users.findByIdForUpdate(user);
        ApiKey before = keys.findForUpdate(id, user).orElseThrow(() -> new NotFoundException("API key"));
        ApiKey after = request.apply(before);
        if (request.expiresAt() != null) {
            KeyGrants.requireExpiry(request.expiresAt(), now);
        }
        if (request.wishesTrust() || widens(before, after)) {
            grant(owner, before, after, proven, now);
        }
        Map<String, String> told = told(before, after);
        if (!told.isEmpty()) {
            keys.change(
                    id,
                    user,
                    after.name(),
                    after.trusted(),
                    after.apps(),
                    after.requestsPerMinute(),
                    after.expiresAt());
            Map<String, String> details = new LinkedHashMap<>(Map.of(Keys.KEY, id.toString()));
            details.putAll(told);
            audit.own(AuditAction.API_KEY_CHANGED, user, details);
        }
        return after;
    }

    private void grant(CurrentUser owner, ApiKey before, ApiKey after, boolean proven, Instant now) {
        grants.require(owner, before.scopeList(), after.trusted() && !before.trusted());
        List<AppId> had = apps(before);
        grants.requireApps(
                owner.id(),
                apps(after).stream().filter(app -> !had.contains(app)).toList());
        if (widens(before, after) && !proven) {
            throw new ValidationException("password", "required", "a key that is to do more needs the password");
        }
        if (!live(before, now) && live(after, now) && keys.countLive(owner.id(), now) >= Keys.MOST_LIVE) {
            throw new RefusedException(ErrorCode.CONFLICT, "there are too many keys already; revoke one first");
        }
    }

    private static boolean live(ApiKey key, Instant now) {
        return key.expiresAt() == null || key.expiresAt().isAfter(now);
    }

    /** Whether a key may do anything that it could not, or for longer. */
    private static boolean widens(ApiKey before, ApiKey after) {
        return after.trusted() && !before.trusted()
                || before.apps() != null
                        && (after.apps() == null || !apps(before).containsAll(apps(after)))
                || wider(before.requestsPerMinute(), after.requestsPerMinute())
                || wider(before.expiresAt(), after.expiresAt());
    }

    private static <T extends Comparable<T>> boolean wider(@Nullable T before, @Nullable T after) {
        return before != null && (after == null || after.compareTo(before) > 0);
    }

    private static List<AppId> apps(ApiKey key) {
        List<AppId> only = ApiKey.apps(key.apps());
        return only == null ? List.of() : only;
    }

    /** What is different, in pairs, as the audit log has changes. */
    private static Map<String, String> told(ApiKey before, ApiKey after) {
        Map<String, String> told = new LinkedHashMap<>();
        Map<String, Function<ApiKey, Object>> parts = new LinkedHashMap<>();
        parts.put("name", ApiKey::name);
        parts.put("trusted", ApiKey::trusted);
        parts.put("apps", key -> Objects.requireNonNullElse(key.apps(), "all"));
        parts.put("requests_per_minute", key -> key.requestsPerMinute() == null ? "any" : key.requestsPerMinute());
        parts.put("expires_at", key -> key.expiresAt() == null ? "never" : key.expiresAt());
        parts.forEach((name, part) -> {
            if (!part.apply(before).equals(part.apply(after))) {
                told.put("old_" + name, part.apply(before).toString());
                told.put("new_" + name, part.apply(after).toString());
            }
        });
        return told;
    }
}
