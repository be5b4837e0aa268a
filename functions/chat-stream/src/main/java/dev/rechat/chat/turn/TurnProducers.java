package dev.rechat.chat.turn;

import dev.rechat.chat.feed.TurnFeed;
import dev.rechat.chat.journal.Journal;
import dev.rechat.chat.title.Naming;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.turn.Turn;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.ShutdownEvent;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The turns this process is producing, each on a virtual thread of its own. */
@Singleton
final class TurnProducers implements ApplicationEventListener<ShutdownEvent> {

    /** Longer than storing takes, shorter than a container's patience. */
    private static final Duration SHUTDOWN_PATIENCE = Duration.ofSeconds(8);

    private final ProducerTools tools;
    private final Journal journal;
    private final LiveTurns live;
    private final Departures departures;
    private final Map<TurnId, Running> running = new ConcurrentHashMap<>();

    TurnProducers(ProducerTools tools, Journal journal, LiveTurns live, Departures departures) {
        this.tools = tools;
        this.journal = journal;
        this.live = live;
        this.departures = departures;
    }

    /**
     * A turn to produce.
     *
     * @param written how many of the feed's events the log has already
     */
    record Job(Turn turn, App app, Source source, TurnFeed feed, int written, Naming naming, Caller caller) {}

    /** Begins to produce; the stream and the feed are the producer's to close from now on. */
    void start(Job job) {
        Turn turn = job.turn();
        var producer = new TurnProducer(job, tools);
        journal.keep(producer, job.written());
        Runnable onTime = departures.at(job.caller().deadline(), () -> producer.leave(false));
        Thread thread = Thread.ofVirtual().name("turn-" + turn.id()).unstarted(() -> {
            tools.signals().begins();
            try (TurnTrace _ = TurnTrace.of(turn, job.caller())) {
                producer.run();
            } finally {
                tools.signals().leaves();
                onTime.run();
                journal.forget(producer);
                live.forget(turn.id(), job.feed());
                running.remove(turn.id());
            }
        });
        running.put(turn.id(), new Running(producer, thread));
        thread.start();
    }

    Optional<TurnProducer> find(TurnId turn) {
        return Optional.ofNullable(running.get(turn)).map(Running::producer);
    }

    /** Lets a turn go that is produced here. @return false when it is not */
    boolean leave(TurnId turn) {
        Optional<TurnProducer> producer = find(turn);
        producer.ifPresent(here -> here.leave(false));
        return producer.isPresent();
    }

    /**
     * Leaves every running turn and waits until what came is stored. When this is told, all beans are still whole; later
     * the connections to Dify may be closed before the turns that use them.
     */
    @Override
    public void onApplicationEvent(ShutdownEvent event) {
        Map<TurnId, Running> left = Map.copyOf(running);
        left.values().forEach(each -> each.producer().leave(true));
        long deadline = System.nanoTime() + SHUTDOWN_PATIENCE.toNanos();
        try {
            for (Running each : left.values()) {
                each.thread().join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private record Running(TurnProducer producer, Thread thread) {}
}
