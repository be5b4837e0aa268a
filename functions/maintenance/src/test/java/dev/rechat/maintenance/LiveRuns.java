package dev.rechat.maintenance;

import dev.rechat.maintenance.runlog.TestRecords;
import dev.rechat.runlog.store.RunLogStore;
import dev.rechat.runlog.transfer.RunLogTransfer.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Runs that go on while something else is done: one every so often, with two executions and its log. */
final class LiveRuns implements AutoCloseable {

    private final ScheduledExecutorService writer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().factory());
    private final AtomicLong written = new AtomicLong();
    private final Future<?> writing;

    LiveRuns(RunLogStore store, Supplier<Instant> now, Duration pause) {
        writing = writer.scheduleWithFixedDelay(
                () -> {
                    store.transfer().write(TestRecords.history(now.get(), 1), Visibility.AT_ONCE);
                    written.incrementAndGet();
                },
                0,
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    long written() {
        return written.get();
    }

    /** Ends them. @return how many there were; each of them is in the store */
    long end() throws InterruptedException {
        writer.shutdown();
        if (!writer.awaitTermination(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("a run is still being written");
        }
        if (writing.state() == Future.State.FAILED) {
            throw new IllegalStateException("a run could not be written", writing.exceptionNow());
        }
        return written.get();
    }

    @Override
    public void close() {
        writer.close();
    }
}
