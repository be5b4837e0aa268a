package dev.rechat.maintenance.run;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** How long a run may take. No batch begins afterwards; the next run goes on. Thread-safe. */
public final class TimeBudget {

    /** A century: longer than anybody waits, and no overflow. */
    private static final Duration ENDLESS = Duration.ofDays(36_500);

    private final long end;
    private final AtomicBoolean cut;

    private TimeBudget(long nanos, AtomicBoolean cut) {
        this.end = System.nanoTime() + nanos;
        this.cut = cut;
    }

    public static TimeBudget of(Duration time) {
        return new TimeBudget(time.toNanos(), new AtomicBoolean());
    }

    public static TimeBudget endless() {
        return of(ENDLESS);
    }

    /** Ends it now, with all of its shares. */
    public void cut() {
        cut.set(true);
    }

    /** Whether nothing more may begin. */
    public boolean over() {
        return cut.get() || System.nanoTime() - end >= 0;
    }

    /** An equal part of what is left, so that no task keeps all others waiting. */
    TimeBudget share(int parts) {
        long left = Math.max(0, end - System.nanoTime());
        return new TimeBudget(left / parts, cut);
    }
}
