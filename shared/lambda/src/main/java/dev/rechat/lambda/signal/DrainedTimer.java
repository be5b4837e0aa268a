package dev.rechat.lambda.signal;

import io.micrometer.core.instrument.AbstractTimer;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.distribution.NoopHistogram;
import io.micrometer.core.instrument.distribution.pause.PauseDetector;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Keeps each time until it is told, so that CloudWatch can make percentiles of all processes together. */
final class DrainedTimer extends AbstractTimer implements Drained {

    private static final double NANOS_PER_MS = 1_000_000;

    /** Microseconds are enough. */
    private static final double DIGITS = 1_000;

    private final Queue<Long> untold = new ConcurrentLinkedQueue<>();
    private final LongAdder count = new LongAdder();
    private final LongAdder total = new LongAdder();

    DrainedTimer(Id id, Clock clock, PauseDetector pauses) {
        super(id, clock, pauses, TimeUnit.MILLISECONDS, NoopHistogram.INSTANCE);
    }

    @Override
    protected void recordNonNegative(long amount, TimeUnit unit) {
        long nanos = unit.toNanos(amount);
        untold.add(nanos);
        count.increment();
        total.add(nanos);
    }

    @Override
    public List<Double> take() {
        List<Double> taken = new ArrayList<>();
        for (Long nanos = untold.poll(); nanos != null; nanos = untold.poll()) {
            taken.add(Math.round(nanos / NANOS_PER_MS * DIGITS) / DIGITS);
        }
        return taken;
    }

    @Override
    public long count() {
        return count.sum();
    }

    @Override
    public double totalTime(TimeUnit unit) {
        return unit.convert(total.sum(), TimeUnit.NANOSECONDS);
    }

    /** Nobody asks for it here. */
    @Override
    public double max(TimeUnit unit) {
        return 0;
    }
}
