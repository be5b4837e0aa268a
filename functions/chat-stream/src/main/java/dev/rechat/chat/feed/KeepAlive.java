package dev.rechat.chat.feed;

import dev.rechat.chat.tick.Ticker;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Keeps quiet streams open: a reader that had no event for one interval gets a comment, so that never more than two
 * intervals (10 s) are silent.
 */
@Singleton
public final class KeepAlive {

    static final Duration INTERVAL = Duration.ofSeconds(5);

    private final Ticker<TurnFeed> ticker;

    KeepAlive(@Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
        ticker = new Ticker<>(scheduler, INTERVAL, feeds -> feeds.forEach(TurnFeed::keepAlive));
    }

    public void watch(TurnFeed feed) {
        ticker.add(feed);
    }

    public void forget(TurnFeed feed) {
        ticker.remove(feed);
    }

    @PreDestroy
    void stop() {
        ticker.close();
    }
}
