package dev.rechat.chat.feed;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * One reader of a log: delivers as much as was asked for, in order, on whichever thread made it possible (the
 * producer's or the reader's). Signals are serialised by counting the reasons to look, as the specification demands.
 */
public final class FeedSubscription implements Subscription {

    static final byte[] COMMENT = ": keep-alive\n\n".getBytes(US_ASCII);

    /** What waits for a reader goes out in one piece: each piece is a write and a flush. */
    private static final int MAX_PIECE = 16 * 1024;

    private final EventLog log;
    private final Subscriber<? super byte[]> subscriber;
    private final Consumer<FeedSubscription> onEnd;
    private final AtomicLong demand = new AtomicLong();

    private final AtomicReference<byte @Nullable []> aside = new AtomicReference<>();
    /** Begins at one: until {@link #start()} nobody delivers, so that {@code onSubscribe} is the first signal. */
    private final AtomicInteger reasonsToLook = new AtomicInteger(1);

    private int position;
    private volatile boolean ended;
    private volatile boolean cut;
    private volatile boolean quiet;

    FeedSubscription(
            EventLog log, int position, Subscriber<? super byte[]> subscriber, Consumer<FeedSubscription> onEnd) {
        this.log = log;
        this.position = position;
        this.subscriber = subscriber;
        this.onEnd = onEnd;
    }

    @Override
    public void request(long count) {
        if (count <= 0) {
            if (end()) {
                subscriber.onError(new IllegalArgumentException("a subscriber must request at least one (§3.9)"));
            }
            return;
        }
        demand.accumulateAndGet(count, (had, more) -> had + more < 0 ? Long.MAX_VALUE : had + more);
        drain();
    }

    @Override
    public void cancel() {
        end();
    }

    void keepAlive() {
        boolean silent = quiet;
        quiet = true;
        if (silent) {
            tell(COMMENT);
        }
    }

    /** Says something between two events; what was to be said before and is not yet out is dropped for it. */
    void tell(byte[] words) {
        aside.set(words);
        drain();
    }

    /** Ends it where it stands, without a last event: its reader has lost the right to more. */
    public void cut() {
        cut = true;
        drain();
    }

    void drain() {
        if (reasonsToLook.getAndIncrement() == 0) {
            start();
        }
    }

    void start() {
        int looked = 1;
        do {
            deliver();
            looked = reasonsToLook.addAndGet(-looked);
        } while (looked != 0);
    }

    private void deliver() {
        while (!ended && !cut && demand.get() > 0) {
            byte[] piece = nextPiece();
            if (piece == null) {
                break;
            }
            demand.decrementAndGet();
            subscriber.onNext(piece);
        }
        if (!ended && (cut || log.endsAt(position) && aside.get() == null) && end()) {
            subscriber.onComplete();
        }
    }

    private byte @Nullable [] nextPiece() {
        byte[] frame = log.get(position);
        while (frame != null && frame.length == 0) {
            frame = log.get(++position);
        }
        if (frame == null) {
            return aside.getAndSet(null);
        }
        quiet = false;
        position++;
        return log.get(position) == null ? frame : withWhatWaits(frame);
    }

    private byte[] withWhatWaits(byte[] first) {
        ByteArrayOutputStream piece = new ByteArrayOutputStream(2 * first.length);
        piece.writeBytes(first);
        for (byte[] frame = log.get(position);
                frame != null && piece.size() + frame.length <= MAX_PIECE;
                frame = log.get(position)) {
            piece.writeBytes(frame);
            position++;
        }
        return piece.toByteArray();
    }

    /** @return whether this call ended it */
    private synchronized boolean end() {
        if (ended) {
            return false;
        }
        ended = true;
        onEnd.accept(this);
        return true;
    }
}
