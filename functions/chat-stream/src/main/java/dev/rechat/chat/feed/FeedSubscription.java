package dev.rechat.chat.feed;

import io.micronaut.http.sse.Event;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * One reader of a log: delivers as much as was asked for, in order, on whichever thread made it possible (the
 * producer's or the reader's). Signals are serialised by counting the reasons to look, as the specification demands.
 */
final class FeedSubscription implements Subscription {

    private static final Event<String> COMMENT = Event.of("").comment("keep-alive");

    private final EventLog log;
    private final Subscriber<? super Event<String>> subscriber;
    private final Consumer<FeedSubscription> onEnd;
    private final AtomicLong demand = new AtomicLong();
    /** Begins at one: until {@link #start()} nobody delivers, so that {@code onSubscribe} is the first signal. */
    private final AtomicInteger reasonsToLook = new AtomicInteger(1);

    private int position;
    private volatile boolean ended;
    private volatile boolean quiet;
    private volatile boolean commentDue;

    FeedSubscription(
            EventLog log,
            int position,
            Subscriber<? super Event<String>> subscriber,
            Consumer<FeedSubscription> onEnd) {
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
        commentDue = quiet;
        quiet = true;
        if (commentDue) {
            drain();
        }
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
        while (!ended && demand.get() > 0) {
            Event<String> next = log.get(position);
            if (next == null) {
                if (!commentDue) {
                    break;
                }
                next = COMMENT;
            } else {
                position++;
                quiet = false;
            }
            commentDue = false;
            demand.decrementAndGet();
            subscriber.onNext(next);
        }
        if (!ended && log.endsAt(position) && end()) {
            subscriber.onComplete();
        }
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
