package dev.rechat.auth.key;

import dev.rechat.kernel.account.Scope;
import dev.rechat.kernel.id.ApiKeyId;
import dev.rechat.persistence.apikey.ApiKey;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key as its owner sees it, ever after it was made.
 *
 * @param identifier the part of the key that tells it from others
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record KeyView(
        ApiKeyId id,
        String name,
        String identifier,
        List<Scope> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    static KeyView of(ApiKey key) {
        return new KeyView(
                key.id(),
                key.name(),
                key.identifier(),
                key.scopeList(),
                key.createdAt(),
                key.expiresAt(),
                key.lastUsedAt());
    }
}
