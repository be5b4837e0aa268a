package dev.rechat.persistence.apikey;

import dev.rechat.kernel.account.KeyLimits;
import dev.rechat.kernel.id.ApiKeyId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Counts in minutes of the clock, in the key's own row: one statement, whichever process takes the request. */
@Singleton
final class DatabaseKeyLimits implements KeyLimits {

    private final ApiKeyRepository keys;
    private final Clock clock;

    DatabaseKeyLimits(ApiKeyRepository keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Optional<Duration> admit(ApiKeyId key, int requestsPerMinute) {
        Instant now = clock.instant();
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        return keys.count(key, minute, requestsPerMinute) > 0
                ? Optional.empty()
                : Optional.of(Duration.between(now, minute.plus(1, ChronoUnit.MINUTES)));
    }
}
