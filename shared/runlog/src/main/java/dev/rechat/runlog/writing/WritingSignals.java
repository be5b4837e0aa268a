package dev.rechat.runlog.writing;

import dev.rechat.kernel.signal.Level;
import dev.rechat.kernel.signal.Meters;
import dev.rechat.kernel.signal.MetricName;

/** Counts what becomes of records. */
final class WritingSignals {

    private final Meters meters;
    private final Level waiting;

    WritingSignals(Meters meters) {
        this.meters = meters;
        this.waiting = meters.level(MetricName.RUNLOG_WAITING);
    }

    void waiting(int records) {
        waiting.set(records);
    }

    void written(int records) {
        count("written", records);
    }

    void fallenBack(int records) {
        count("fallen_back", records);
    }

    void rejected() {
        count("rejected", 1);
    }

    void lost() {
        count("lost", 1);
    }

    private void count(String outcome, int records) {
        meters.counter(MetricName.RUNLOG_RECORDS, outcome).increment(records);
    }
}
