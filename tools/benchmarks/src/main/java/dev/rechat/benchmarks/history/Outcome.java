package dev.rechat.benchmarks.history;

import org.jspecify.annotations.Nullable;

/**
 * What was found out about one operation.
 *
 * @param refused how the product refused it; then nothing was measured
 * @param heavy of who talks most in the large house
 */
record Outcome(
        Operation operation,
        Timings small,
        Timings large,
        Timings heavy,
        @Nullable String refused) {

    double ratio() {
        return large.p50() / small.p50();
    }

    double ratioAtP95() {
        return large.p95() / small.p95();
    }

    /** Whether the median keeps the goal. */
    boolean kept() {
        return refused == null && ratio() <= operation.goal();
    }
}
