package dev.rechat.admin.app;

import java.time.Duration;

/** The time that is left for all questions of one request. */
final class Patience {

    private final long end;

    private Patience(long end) {
        this.end = end;
    }

    static Patience of(Duration all) {
        return new Patience(System.nanoTime() + all.toNanos());
    }

    long nanosLeft() {
        return Math.max(0, end - System.nanoTime());
    }
}
