package dev.rechat.benchmarks.relay;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Milliseconds that half, and 99 in a hundred, of what was measured stay within. */
record Percentiles(double p50, double p99) {

    private static final double MICROS_PER_MILLI = 1000;

    /** Null when nothing was measured. */
    static @Nullable Percentiles of(Histogram micros) {
        if (micros.getTotalCount() == 0) {
            return null;
        }
        return new Percentiles(
                micros.getValueAtPercentile(50) / MICROS_PER_MILLI, micros.getValueAtPercentile(99) / MICROS_PER_MILLI);
    }

    /** How much later than the other each percentile is. */
    Percentiles above(Percentiles other) {
        return new Percentiles(p50 - other.p50, p99 - other.p99);
    }
}
