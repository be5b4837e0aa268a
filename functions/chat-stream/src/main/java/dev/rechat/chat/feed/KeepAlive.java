package dev.rechat.chat.feed;

import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

/**
 * Keeps quiet streams open: a reader that had no event for one interval gets a comment, so that never more than two
 * intervals (10 s) are silent. The ticker runs while there are feeds and not a moment longer.
 */
@Singleton
public final class KeepAlive {

    static final Duration INTERVAL = Duration.ofSeconds(5);

    private final TaskScheduler scheduler;
    private final Set<TurnFeed> feeds = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledFuture<?> ticker;

    KeepAlive(@Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
        this.scheduler = scheduler;
    }

    public synchronized void watch(TurnFeed feed) {
        feeds.add(feed);
        if (ticker == null) {
            ticker = scheduler.scheduleAtFixedRate(INTERVAL, INTERVAL, () -> feeds.forEach(TurnFeed::keepAlive));
        }
    }

    public synchronized void forget(TurnFeed feed) {
        feeds.remove(feed);
        if (feeds.isEmpty()) {
            stop();
        }
    }

    @PreDestroy
    synchronized void stop() {
        if (ticker != null) {
            ticker.cancel(false);
            ticker = null;
        }
    }
}
