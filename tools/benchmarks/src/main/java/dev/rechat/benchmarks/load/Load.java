package dev.rechat.benchmarks.load;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Turns under way and what they brought. One thread writes; any may look at the counters, and at the rest once all turns
 * have ended.
 */
public final class Load {

    private static final int DIGITS = 3;

    private final int turns;
    private final CountDownLatch running;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final Histogram delays = new Histogram(DIGITS);
    private final Histogram firstTokens = new Histogram(DIGITS);
    private int failed;
    private volatile @Nullable String firstFailure;

    Load(int turns) {
        this.turns = turns;
        this.running = new CountDownLatch(turns);
    }

    public int turns() {
        return turns;
    }

    /** Whether every turn gets events now. */
    public boolean allOpen() {
        return open.get() == turns && ended.get() == 0;
    }

    /** Events with text so far. */
    public long events() {
        return events.get();
    }

    /** Of the bodies of all answers so far. */
    public long bytes() {
        return bytes.get();
    }

    /** Microseconds from sending to arrival, per event. */
    public Histogram delays() {
        return delays;
    }

    /** Microseconds from asking to the first event with text, per turn. */
    public Histogram firstTokens() {
        return firstTokens;
    }

    /** Turns that were refused, cut, or had an event missing, doubled or out of order. */
    public int failed() {
        return failed;
    }

    public @Nullable String firstFailure() {
        return firstFailure;
    }

    CountDownLatch running() {
        return running;
    }

    void opened(long micros) {
        open.incrementAndGet();
        firstTokens.recordValue(Math.max(0, micros));
    }

    void event() {
        events.lazySet(events.get() + 1);
    }

    void bytes(int more) {
        bytes.lazySet(bytes.get() + more);
    }

    void delay(long micros) {
        delays.recordValue(Math.max(0, micros));
    }

    void ended(@Nullable String failure) {
        if (failure != null) {
            failed++;
            if (firstFailure == null) {
                firstFailure = failure;
            }
        }
        ended.incrementAndGet();
        running.countDown();
    }
}
