package dev.rechat.auth.export;

import dev.rechat.kernel.account.Scope;
import dev.rechat.kernel.id.ApiKeyId;
import dev.rechat.kernel.id.AppId;
import dev.rechat.persistence.apikey.ApiKey;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An API key as far as it is no secret; revoked ones, too. */
@Serdeable(naming = SnakeCaseStrategy.class)
record ExportedApiKey(
        ApiKeyId id,
        String name,
        List<Scope> scopes,
        boolean trusted,
        @Nullable List<AppId> apps,
        @Nullable Integer requestsPerMinute,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt)
        implements ExportRecord {

    static ExportedApiKey of(ApiKey key) {
        return new ExportedApiKey(
                key.id(),
                key.name(),
                key.scopeList(),
                key.trusted(),
                ApiKey.apps(key.apps()),
                key.requestsPerMinute(),
                key.createdAt(),
                key.expiresAt(),
                key.lastUsedAt(),
                key.revokedAt());
    }

    /** What people own is never logged. */
    @Override
    public String toString() {
        return "ExportedApiKey[]";
    }
}
