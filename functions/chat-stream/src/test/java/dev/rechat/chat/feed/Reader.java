package dev.rechat.chat.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rechat.turns.log.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Records what a subscriber is given; fails when signals overlap or follow the end. */
final class Reader implements Subscriber<byte[]> {

    private final List<byte[]> received = new ArrayList<>();
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
    public void onNext(byte[] event) {
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

    /** Of all frames received, however many came in one piece. */
    List<String> ids() {
        return received.stream()
                .filter(piece -> piece[0] == 'i')
                .flatMap(piece -> Frame.split(piece).stream())
                .map(frame -> Integer.toString(Frame.of(frame).id()))
                .toList();
    }

    List<String> asides() {
        return received.stream()
                .filter(piece -> piece[0] != 'i')
                .map(piece -> new String(piece, UTF_8))
                .toList();
    }

    int pieces() {
        return received.size();
    }

    boolean completed() {
        return completed;
    }

    @Nullable
    Throwable failure() {
        return failure;
    }
}
