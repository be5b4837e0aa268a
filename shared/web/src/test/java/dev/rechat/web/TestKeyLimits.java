package dev.rechat.web;

import dev.rechat.kernel.account.KeyLimits;
import dev.rechat.kernel.id.ApiKeyId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Counts requests of keys in a minute that never ends. */
@Singleton
public final class TestKeyLimits implements KeyLimits {

    private final ConcurrentMap<ApiKeyId, Integer> counted = new ConcurrentHashMap<>();

    @Override
    public Optional<Duration> admit(ApiKeyId key, int requestsPerMinute) {
        return counted.merge(key, 1, Integer::sum) <= requestsPerMinute
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(29_500));
    }
}
