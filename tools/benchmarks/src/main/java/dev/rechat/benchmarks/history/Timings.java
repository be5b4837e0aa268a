package dev.rechat.benchmarks.history;

import org.HdrHistogram.Histogram;

/** How long one operation took, again and again, and what the database had to fetch for it. */
public final class Timings {

    private static final double NANOS_PER_MILLI = 1e6;

    private final Histogram nanos = new Histogram(3);
    private Pages pages = new Pages(0, 0);
    private long unfinished;

    public void add(long took) {
        add(took, new Pages(0, 0), true);
    }

    /** @param complete false for a search that ended with its budget */
    void add(long took, Pages touched, boolean complete) {
        nanos.recordValue(took);
        pages = pages.plus(touched);
        unfinished += complete ? 0 : 1;
    }

    public long count() {
        return nanos.getTotalCount();
    }

    /** Milliseconds. */
    public double p50() {
        return nanos.getValueAtPercentile(50) / NANOS_PER_MILLI;
    }

    /** Milliseconds. */
    public double p95() {
        return nanos.getValueAtPercentile(95) / NANOS_PER_MILLI;
    }

    /** Database pages read from the disk, per time. */
    double pagesRead() {
        return count() == 0 ? 0 : (double) pages.read() / count();
    }

    /** Database pages looked at, per time: what a busy machine does not change. */
    double pagesLooked() {
        return count() == 0 ? 0 : (double) pages.looked() / count();
    }

    /** Of a hundred searches, those that ended with their budget. */
    double unfinished() {
        return count() == 0 ? 0 : 100.0 * unfinished / count();
    }
}
