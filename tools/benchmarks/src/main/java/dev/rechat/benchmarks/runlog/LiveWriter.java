package dev.rechat.benchmarks.runlog;

import dev.rechat.benchmarks.history.Timings;
import dev.rechat.runlog.store.RunLogStore;
import dev.rechat.runlog.transfer.RunLogTransfer.Visibility;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Somebody whose runs end all the time, so many per second, and are written as a recorder writes what has ended. */
final class LiveWriter {

    private final RunLogStore store;
    private final Dweller dweller;
    private final int perSecond;
    private final Timings timings = new Timings();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final CompletableFuture<Long> ended = new CompletableFuture<>();

    private LiveWriter(RunLogStore store, Dweller dweller, int perSecond) {
        this.store = store;
        this.dweller = dweller;
        this.perSecond = perSecond;
    }

    /** @param dweller whose runs are new ones, at the time it is */
    static LiveWriter start(RunLogStore store, Dweller dweller, int perSecond) {
        LiveWriter writer = new LiveWriter(store, dweller, perSecond);
        Thread.ofPlatform().daemon().name("live-writer").start(writer::write);
        return writer;
    }

    private void write() {
        long begin = System.nanoTime();
        int number = 0;
        try {
            while (!stopped.get()) {
                timings.add(write(store, dweller, number));
                number++;
                // behind its pace it does not wait, so what was promised is made up for
                LockSupport.parkNanos(begin + number * 1_000_000_000L / perSecond - System.nanoTime());
            }
            ended.complete(System.nanoTime() - begin);
        } catch (RuntimeException failed) {
            ended.completeExceptionally(failed);
        }
    }

    /** One run that ends now: its round, and then its end. @return nanoseconds */
    static long write(RunLogStore store, Dweller dweller, int number) {
        Recorded recorded = RunMaker.make(dweller, number, now());
        long begin = System.nanoTime();
        store.transfer().write(recorded.before(), Visibility.AT_ONCE);
        store.transfer().write(recorded.end(), Visibility.AT_ONCE);
        return System.nanoTime() - begin;
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Clock.systemUTC().millis());
    }

    /** Stops it. @return for how long it wrote, in nanoseconds */
    long stop() {
        stopped.set(true);
        return ended.join();
    }

    /** To be asked when it has stopped. */
    Timings timings() {
        return timings;
    }
}
