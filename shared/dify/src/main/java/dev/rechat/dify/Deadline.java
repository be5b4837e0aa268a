package dev.rechat.dify;

import java.time.Duration;

/** The moment a call must be over. */
record Deadline(long startNanos, Duration total) {

    static Deadline in(Duration total) {
        return new Deadline(System.nanoTime(), total);
    }

    /** Never negative. */
    Duration remaining() {
        Duration left = total.minusNanos(System.nanoTime() - startNanos);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
