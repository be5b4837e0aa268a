package dev.rechat.auth.key;

import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.account.Scope;
import dev.rechat.kernel.id.ApiKeyId;
import dev.rechat.kernel.id.AppId;
import dev.rechat.persistence.apikey.ApiKey;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key as its owner sees it, ever after it was made.
 *
 * @param identifier the part of the key that tells it from others
 * @param trusted acts for whom its requests name; not while its owner is no administrator
 * @param apps the only ones that it reaches; left out for all
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record KeyView(
        ApiKeyId id,
        String name,
        String identifier,
        List<Scope> scopes,
        boolean trusted,
        @Nullable List<AppId> apps,
        @Nullable Integer requestsPerMinute,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    static KeyView of(ApiKey key, CurrentUser owner) {
        return new KeyView(
                key.id(),
                key.name(),
                key.identifier(),
                key.scopeList(),
                key.trusted() && owner.role() == Role.ADMIN,
                ApiKey.apps(key.apps()),
                key.requestsPerMinute(),
                key.createdAt(),
                key.expiresAt(),
                key.lastUsedAt());
    }
}
