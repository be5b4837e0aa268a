package dev.rechat.kernel.signal;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;

/** How many there are now, and the most there were since somebody asked. Thread-safe. */
public final class Level {

    private final AtomicInteger now = new AtomicInteger();
    private final LongAccumulator peak = new LongAccumulator(Math::max, 0);

    Level() {}

    public void up() {
        peak.accumulate(now.incrementAndGet());
    }

    public void down() {
        now.decrementAndGet();
    }

    /** For who counts them himself. */
    public void set(int number) {
        now.set(number);
        peak.accumulate(number);
    }

    public int now() {
        return now.get();
    }

    /** The most since the last time this was asked. Begins anew with what there is now. */
    public long takePeak() {
        long highest = peak.getThenReset();
        peak.accumulate(now.get());
        return highest;
    }
}
