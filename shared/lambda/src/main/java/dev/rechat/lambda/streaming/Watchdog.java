package dev.rechat.lambda.streaming;

import dev.rechat.lambda.runtime.ResponseStream;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the connection of an answer that nobody reads: a write that waits for the reader cannot be ended in order, and
 * would else last until Lambda ends the whole process.
 */
final class Watchdog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("stream-watchdog").factory());

    Watchdog() {
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Ends the answer after a time unless the watch is closed before. */
    Watch watch(ResponseStream response, Duration after) {
        ScheduledFuture<?> end = timer.schedule(
                () -> {
                    LOG.warn("the answer is not read; its connection is ended before the deadline");
                    response.abort();
                },
                after.toNanos(),
                TimeUnit.NANOSECONDS);
        return () -> end.cancel(false);
    }

    /** An answer that is being watched. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
