package dev.rechat.dify;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Carries the body of a response from the event loop to the one thread that reads it. No more than {@link #WINDOW}
 * chunks are ever asked for ahead, so a slow reader slows the sender down over TCP instead of filling memory.
 */
final class ChunkQueue implements Subscriber<byte[]>, AutoCloseable {

    static final int WINDOW = 16;

    private static final Signal.Completed COMPLETED = new Signal.Completed();

    private final Connection connection;
    private final Queue<Signal> signals = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;
    private final Waiter waiter = new Waiter(() -> closed || !signals.isEmpty());
    private volatile @Nullable Subscription subscription;
    private int taken;

    /** @param connection given up when the body is closed before its end */
    ChunkQueue(Connection connection) {
        this.connection = connection;
    }

    /**
     * The next bytes, null at the end of the body and once closed. To be called from one thread at a time.
     *
     * @throws DifyTimeoutException when none came in time; the body stays open
     * @throws BodyCutException when the connection broke
     * @throws CancellationException when interrupted
     */
    byte @Nullable [] take(Duration limit) throws BodyCutException {
        if (closed) {
            return null;
        }
        Signal signal = await(limit);
        if (signal == null) {
            return null;
        }
        return switch (signal) {
            case Signal.Chunk(byte[] bytes) -> {
                askForMore();
                yield bytes;
            }
            case Signal.Completed completed -> {
                signals.add(completed);
                yield null;
            }
            case Signal.Failed(Throwable cause) -> throw new BodyCutException(cause);
        };
    }

    /** Null once closed. */
    private @Nullable Signal await(Duration limit) {
        try {
            if (!waiter.await(limit)) {
                throw new DifyTimeoutException(DifyTimeoutException.Phase.IDLE, limit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for Dify");
        }
        return closed ? null : signals.poll();
    }

    private void add(Signal signal) {
        signals.add(signal);
        waiter.signal();
    }

    private void askForMore() {
        Subscription current = subscription;
        if (++taken >= WINDOW / 2 && current != null) {
            current.request(taken);
            taken = 0;
        }
    }

    @Override
    public void onSubscribe(Subscription s) {
        subscription = s;
        if (closed) {
            s.cancel();
        } else {
            s.request(WINDOW);
        }
    }

    @Override
    public void onNext(byte[] bytes) {
        add(new Signal.Chunk(bytes));
    }

    @Override
    public void onError(Throwable cause) {
        add(new Signal.Failed(cause));
    }

    @Override
    public void onComplete() {
        add(COMPLETED);
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        Subscription current = subscription;
        if (current != null) {
            current.cancel();
        }
        connection.giveUp();
        signals.clear();
        waiter.close();
    }

    private sealed interface Signal {
        record Chunk(byte[] bytes) implements Signal {}

        record Completed() implements Signal {}

        record Failed(Throwable cause) implements Signal {}
    }
}
