package dev.rechat.chat.feed;

import io.micronaut.http.sse.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Records what a subscriber is given; fails when signals overlap or follow the end. */
final class Reader implements Subscriber<Event<String>> {

    private final List<Event<String>> received = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final long first;
    private final long each;
    private @Nullable Subscription subscription;
    private @Nullable Throwable failure;
    private boolean inSignal;
    private boolean completed;

    /** @param first asked for at once @param each asked for after every event */
    Reader(long first, long each) {
        this.first = first;
        this.each = each;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        if (first > 0) {
            given.request(first);
        }
    }

    @Override
    public void onNext(Event<String> event) {
        enter();
        received.add(event);
        leave();
        if (each > 0) {
            request(each);
        }
    }

    @Override
    public void onError(Throwable cause) {
        enter();
        failure = cause;
        leave();
        ended.countDown();
    }

    @Override
    public void onComplete() {
        enter();
        completed = true;
        leave();
        ended.countDown();
    }

    private synchronized void enter() {
        if (inSignal || completed) {
            throw new IllegalStateException("signals overlap, or follow the end");
        }
        inSignal = true;
    }

    private synchronized void leave() {
        inSignal = false;
    }

    void request(long count) {
        Objects.requireNonNull(subscription).request(count);
    }

    void cancel() {
        Objects.requireNonNull(subscription).cancel();
    }

    void awaitEnd() throws InterruptedException {
        if (!ended.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no end after " + received.size() + " events");
        }
    }

    List<String> ids() {
        return received.stream().map(Event::getId).filter(Objects::nonNull).toList();
    }

    List<String> comments() {
        return received.stream().map(Event::getComment).filter(Objects::nonNull).toList();
    }

    boolean completed() {
        return completed;
    }

    @Nullable
    Throwable failure() {
        return failure;
    }
}
