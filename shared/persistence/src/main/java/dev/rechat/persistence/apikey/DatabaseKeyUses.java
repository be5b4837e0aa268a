package dev.rechat.persistence.apikey;

import dev.rechat.kernel.account.KeyUses;
import dev.rechat.kernel.id.ApiKeyId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

@Singleton
final class DatabaseKeyUses implements KeyUses {

    private static final Duration PRECISION = Duration.ofMinutes(1);

    private final ApiKeyRepository keys;

    DatabaseKeyUses(ApiKeyRepository keys) {
        this.keys = keys;
    }

    @Override
    public void used(ApiKeyId key, Instant at) {
        keys.used(key, at, at.minus(PRECISION));
    }
}
