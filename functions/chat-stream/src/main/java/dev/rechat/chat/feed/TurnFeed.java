package dev.rechat.chat.feed;

import dev.rechat.chat.event.TurnEvent;
import dev.rechat.chat.event.TurnEventEncoder;
import io.micronaut.http.sse.Event;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.reactivestreams.Publisher;

/**
 * The numbered events of one turn, encoded once, kept until the turn and its last reader are gone. One producer
 * appends and never blocks; each reader takes events at its own pace from the same log, so a slow one costs nobody
 * but itself. Thread-safe.
 */
public final class TurnFeed {

    private final TurnEventEncoder encoder;
    private final EventLog log = new EventLog();
    private final Set<FeedSubscription> readers = ConcurrentHashMap.newKeySet();

    public TurnFeed(TurnEventEncoder encoder) {
        this.encoder = encoder;
    }

    /** Appends the next event. Called by the producer only, and not after {@link #close()}. */
    public void append(TurnEvent event) {
        log.append(encoder.encode(log.size() + 1L, event));
        readers.forEach(FeedSubscription::drain);
    }

    /** Nothing follows; readers complete once they have what there is. */
    public void close() {
        log.close();
        readers.forEach(FeedSubscription::drain);
    }

    /** What comes after event number {@code last}, then everything as it happens. Each subscriber reads for itself. */
    public Publisher<Event<String>> after(int last) {
        return subscriber -> {
            var reader = new FeedSubscription(log, last, subscriber, readers::remove);
            readers.add(reader);
            subscriber.onSubscribe(reader);
            reader.start();
        };
    }

    /** Sends a comment to the readers that have had nothing since the last time. */
    void keepAlive() {
        readers.forEach(FeedSubscription::keepAlive);
    }
}
