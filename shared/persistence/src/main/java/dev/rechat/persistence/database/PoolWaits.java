package dev.rechat.persistence.database;

import com.zaxxer.hikari.metrics.IMetricsTracker;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** How long connections were waited for: the one figure of a pool that people feel. One that is opened first counts, too. */
record PoolWaits(Timer waits) implements IMetricsTracker {

    @Override
    public void recordConnectionAcquiredNanos(long nanos) {
        waits.record(nanos, TimeUnit.NANOSECONDS);
    }
}
