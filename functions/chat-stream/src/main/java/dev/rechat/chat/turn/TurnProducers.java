package dev.rechat.chat.turn;

import dev.rechat.chat.event.TurnEventEncoder;
import dev.rechat.chat.feed.KeepAlive;
import dev.rechat.chat.feed.TurnFeed;
import dev.rechat.chat.translate.Translation;
import dev.rechat.dify.DifyStream;
import io.micronaut.json.JsonMapper;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The turns this process is producing, each on a virtual thread of its own. */
@Singleton
final class TurnProducers {

    /** Longer than storing takes, shorter than a container's patience. */
    private static final Duration SHUTDOWN_PATIENCE = Duration.ofSeconds(8);

    private final TurnStore store;
    private final TurnEventEncoder encoder;
    private final JsonMapper json;
    private final KeepAlive keepAlive;
    private final LeaseKeeper leases;
    private final Map<TurnProducer, Thread> running = new ConcurrentHashMap<>();

    TurnProducers(TurnStore store, TurnEventEncoder encoder, JsonMapper json, KeepAlive keepAlive, LeaseKeeper leases) {
        this.store = store;
        this.encoder = encoder;
        this.json = json;
        this.keepAlive = keepAlive;
        this.leases = leases;
    }

    /** Begins to produce; the stream is the producer's to close from now on. */
    TurnFeed start(BegunTurn begun, DifyStream stream, String requestId) {
        var feed = new TurnFeed(encoder);
        feed.append(begun.announcement());
        var translation = new Translation(json, begun.conversation().difyConversationId(), System::nanoTime);
        var producer = new TurnProducer(begun.turn(), stream, translation, feed, store, json, requestId);
        leases.hold(begun.turn().id());
        keepAlive.watch(feed);
        Thread thread = Thread.ofVirtual().name("turn-" + begun.turn().id()).unstarted(() -> {
            try {
                producer.run();
            } finally {
                leases.release(begun.turn().id());
                keepAlive.forget(feed);
                running.remove(producer);
            }
        });
        running.put(producer, thread);
        thread.start();
        return feed;
    }

    /** Ends every running turn as interrupted and waits until what came is stored. */
    @PreDestroy
    void shutDown() {
        Map<TurnProducer, Thread> left = Map.copyOf(running);
        left.keySet().forEach(TurnProducer::shutDown);
        long deadline = System.nanoTime() + SHUTDOWN_PATIENCE.toNanos();
        try {
            for (Thread thread : left.values()) {
                thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
