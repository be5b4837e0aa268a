package dev.rechat.maintenance.run;

import dev.rechat.persistence.maintenance.TaskName;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One task on its way. */
final class TaskRun {

    private static final Logger LOG = LoggerFactory.getLogger(TaskRun.class);

    /** How often a run that takes long says so in its record. */
    private static final long RECORD_NANOS = Duration.ofSeconds(5).toNanos();

    private final Task task;
    private final RunRecords records;
    private final Progress progress;
    private final Instant now;
    private @Nullable String record;
    private @Nullable Batches batches;
    private OptionalLong total = OptionalLong.empty();
    private long done;
    private long recordedAt = System.nanoTime();

    TaskRun(Task task, RunRecords records, Progress progress, Instant now) {
        this.task = task;
        this.records = records;
        this.progress = progress;
        this.now = now;
    }

    /**
     * Goes on for a time, with one batch at least.
     *
     * @return how it ended, or null when there is more to do
     */
    @Nullable
    Outcome work(TimeBudget time) {
        try {
            Batches left = begun();
            boolean more = true;
            do {
                Batch batch = left.next();
                done += batch.done();
                more = batch.more();
                tell();
            } while (more && !time.over());
            return more ? null : ended(new Outcome.Complete(name(), done));
        } catch (RuntimeException failure) { // the run's entry point: the other tasks go on
            LOG.error("the task {} failed", name().wireName(), failure);
            return ended(new Outcome.Failed(name(), done, Problems.of(failure)));
        }
    }

    /** Leaves the rest to the next run. */
    Outcome leave() {
        return ended(new Outcome.OutOfTime(name(), done));
    }

    private Batches begun() {
        Batches known = batches;
        if (known != null) {
            return known;
        }
        record = records.begin(name());
        if (progress.wantsTotals()) {
            total = OptionalLong.of(task.count(now));
        }
        Batches fresh = task.begin(now);
        batches = fresh;
        return fresh;
    }

    private void tell() {
        progress.advanced(name(), done, total);
        long time = System.nanoTime();
        String id = record;
        if (id != null && time - recordedAt >= RECORD_NANOS) {
            recordedAt = time;
            records.advance(id, done);
        }
    }

    private Outcome ended(Outcome outcome) {
        Outcome told = outcome;
        String id = record;
        if (id != null) {
            String problem = outcome instanceof Outcome.Failed failed ? failed.problem() : null;
            try {
                records.finish(id, name(), done, problem);
            } catch (
                    RuntimeException
                            failure) { // what was done is done; that it cannot be written down is a failure, too
                LOG.error("the run of {} could not be written down", name().wireName(), failure);
                told = new Outcome.Failed(name(), done, problem == null ? Problems.of(failure) : problem);
            }
        }
        progress.ended(told);
        return told;
    }

    private TaskName name() {
        return task.name();
    }
}
