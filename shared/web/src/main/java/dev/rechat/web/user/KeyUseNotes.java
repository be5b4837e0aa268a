package dev.rechat.web.user;

import dev.rechat.kernel.account.KeyUses;
import dev.rechat.kernel.id.ApiKeyId;
import dev.rechat.kernel.task.Afterwards;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Has the use of API keys written down, once a minute for each key and process, beside the requests: none waits for it and
 * none fails by it. Thread-safe.
 */
@Singleton
final class KeyUseNotes {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final ConcurrentMap<ApiKeyId, Instant> noted = new ConcurrentHashMap<>();
    private final KeyUses uses;
    private final Afterwards afterwards;
    private final Clock clock;

    KeyUseNotes(KeyUses uses, Afterwards afterwards, Clock clock) {
        this.uses = uses;
        this.afterwards = afterwards;
        this.clock = clock;
    }

    void note(ApiKeyId key) {
        Instant now = clock.instant();
        Instant before = noted.get(key);
        if (before != null && before.plus(PAUSE).isAfter(now)) {
            return;
        }
        if (noted.size() >= MOST) {
            noted.clear();
        }
        boolean first = before == null ? noted.putIfAbsent(key, now) == null : noted.replace(key, before, now);
        if (first) {
            afterwards.run("writing down the use of an API key", () -> uses.used(key, now));
        }
    }
}
