package dev.rechat.chat.app;

import dev.rechat.conversations.dify.DifyTargets;
import dev.rechat.dify.DifyClient;
import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyParameters;
import dev.rechat.kernel.id.AppId;
import dev.rechat.persistence.app.App;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What Dify says about apps, remembered for a minute: an author's change is seen that late, an administrator's at once.
 * There are as many entries as apps, which administrators make, so nothing has to be thrown out. Thread-safe.
 */
@Singleton
public final class AppParameters {

    static final Duration REMEMBERED = Duration.ofSeconds(60);

    private final Map<AppId, Entry> entries = new ConcurrentHashMap<>();
    private final DifyClient dify;
    private final DifyTargets targets;
    private final Clock clock;

    AppParameters(DifyClient dify, DifyTargets targets, Clock clock) {
        this.dify = dify;
        this.targets = targets;
        this.clock = clock;
    }

    /**
     * Blocks when Dify has to be asked.
     *
     * @throws DifyException when Dify does not tell; that is not remembered
     */
    public DifyParameters of(App app) {
        Instant now = clock.instant();
        Entry known = entries.get(app.id());
        if (known != null && known.holds(app, now)) {
            return known.parameters();
        }
        DifyParameters told = dify.parameters(targets.of(app));
        entries.put(app.id(), new Entry(app.updatedAt(), now.plus(REMEMBERED), told));
        return told;
    }

    private record Entry(Instant updatedAt, Instant until, DifyParameters parameters) {
        boolean holds(App app, Instant now) {
            return updatedAt.equals(app.updatedAt()) && now.isBefore(until);
        }
    }
}
