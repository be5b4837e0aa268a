package dev.rechat.chat.feed;

import dev.rechat.chat.event.TurnEvent;
import dev.rechat.chat.event.TurnEventEncoder;
import dev.rechat.turns.log.Frame;
import java.util.List;
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
        append(encoder.encode(log.size() + 1, event));
    }

    /** Appends an event as it stands in a log, under the number it has there. */
    public void append(byte[] frame) {
        log.skipTo(Frame.number(frame) - 1);
        log.append(frame);
        readers.forEach(FeedSubscription::drain);
    }

    /** Leaves numbers out. Called by the producer only. */
    public void skip(int numbers) {
        log.skipTo(log.size() + numbers);
    }

    /** Nothing follows; readers complete once they have what there is. */
    public void close() {
        log.close();
        readers.forEach(FeedSubscription::drain);
    }

    /** Tells the present readers something that is no part of the turn. */
    public void tell(TurnEvent event) {
        byte[] aside = encoder.encodeAside(event);
        readers.forEach(reader -> reader.tell(aside));
    }

    /** What comes after event number {@code last}, then everything as it happens. Each subscriber reads for itself. */
    public Publisher<byte[]> after(int last) {
        return after(last, Readership.OPEN);
    }

    /** As {@link #after(int)}, for readers that somebody keeps an eye on. */
    public Publisher<byte[]> after(int last, Readership readership) {
        return subscriber -> {
            var reader = new FeedSubscription(log, last, subscriber, ended -> {
                readers.remove(ended);
                readership.end(ended);
            });
            readers.add(reader);
            readership.begin(reader);
            if (last > 0 && last >= log.size() && !log.closed()) {
                // A server sends the head of its answer with the first bytes: who has to wait is to know that it waits.
                reader.tell(FeedSubscription.COMMENT);
            }
            subscriber.onSubscribe(reader);
            reader.start();
        };
    }

    /** The number of the last event. */
    public int size() {
        return log.size();
    }

    /** What all events take together. */
    public long bytes() {
        return log.bytes();
    }

    public boolean closed() {
        return log.closed();
    }

    /** Whether it was closed before the turn's last event: the rest is to be had elsewhere. */
    public boolean left() {
        return log.closed()
                && log.from(Math.max(0, log.size() - 1)).frames().stream()
                        .noneMatch(last -> Frame.of(last).terminal());
    }

    /** Whether a reader who has this many events has them all and the turn is over. */
    public boolean endsAt(int last) {
        return log.endsAt(last);
    }

    public List<byte[]> framesAfter(int last) {
        return log.from(last).frames();
    }

    /** What is there after an event at one moment. */
    public Tail tailAfter(int last) {
        return log.from(last);
    }

    /**
     * Frames and how far they reach.
     *
     * @param last the number of the last event, or of the last number left out
     */
    public record Tail(List<byte[]> frames, int last) {}

    public boolean hasReaders() {
        return !readers.isEmpty();
    }

    /** Sends a comment to the readers that have had nothing since the last time. */
    void keepAlive() {
        readers.forEach(FeedSubscription::keepAlive);
    }
}
