package dev.rechat.lambda.streaming;

import io.micronaut.http.body.CloseableByteBody;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * The body of an answer, pulled piece by piece by the thread that writes it: the next piece is asked for when the one
 * before is written, so a slow reader slows the producer and nothing piles up here.
 */
final class BodySource implements Subscriber<byte[]>, AutoCloseable {

    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private @Nullable Subscription subscription;
    private long asked;
    private boolean closed;

    /** @param body read through this only, absent for an empty one */
    static BodySource of(@Nullable CloseableByteBody body) {
        BodySource source = new BodySource();
        if (body == null) {
            source.onComplete();
        } else {
            body.toByteArrayPublisher().subscribe(source);
        }
        return source;
    }

    /** The next signal; {@link Signal.TimeIsUp} when none comes in time. Asks the producer for a piece first. */
    Signal next(Duration time) {
        ask();
        try {
            Signal signal = signals.poll(time.toNanos(), TimeUnit.NANOSECONDS);
            return signal == null ? new Signal.TimeIsUp("the deadline is near") : signal;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Signal.TimeIsUp("the process was interrupted");
        }
    }

    private void ask() {
        Subscription upstream;
        synchronized (this) {
            upstream = subscription;
            if (upstream == null) {
                asked++;
            }
        }
        if (upstream != null) {
            upstream.request(1);
        }
    }

    /** Ends the body before its time, in order. Any thread. */
    void stop() {
        signals.add(new Signal.TimeIsUp("the process is to end"));
    }

    @Override
    public void onSubscribe(Subscription upstream) {
        boolean cancel;
        long demand;
        synchronized (this) {
            subscription = upstream;
            cancel = closed;
            demand = asked;
        }
        if (cancel) {
            upstream.cancel();
        } else if (demand > 0) {
            upstream.request(demand);
        }
    }

    @Override
    public void onNext(byte[] bytes) {
        signals.add(new Signal.Item(bytes));
    }

    @Override
    public void onError(Throwable failure) {
        signals.add(new Signal.Failed(failure));
    }

    @Override
    public void onComplete() {
        signals.add(new Signal.Complete());
    }

    /** Cancels what has not been produced. */
    @Override
    public void close() {
        Subscription upstream;
        synchronized (this) {
            closed = true;
            upstream = subscription;
        }
        if (upstream != null) {
            upstream.cancel();
        }
    }
}
