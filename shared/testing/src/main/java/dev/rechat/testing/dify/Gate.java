package dev.rechat.testing.dify;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Holds an answer back until the test lets it go on, so that a test can prove what happens before what without a
 * clock. Once open it stays open.
 */
public final class Gate {

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CompletableFuture<Boolean> open = new CompletableFuture<>();

    /** Lets the answer go on. */
    public void open() {
        open.complete(true);
    }

    /** Returns when an answer has come as far as this gate; everything before it was sent. */
    public void awaitReached(Duration patience) throws InterruptedException {
        if (!reached.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("No answer has reached the gate within " + patience);
        }
    }

    CompletableFuture<Boolean> arrive() {
        reached.countDown();
        return open;
    }
}
