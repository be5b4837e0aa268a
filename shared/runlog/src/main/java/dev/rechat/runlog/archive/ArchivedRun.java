package dev.rechat.runlog.archive;

import dev.rechat.runlog.RecordKey;
import dev.rechat.runlog.run.AppLog;
import dev.rechat.runlog.run.WorkflowRun;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a run when its records go: the run without its content.
 *
 * @param run with null inputs and outputs {@code {}}
 * @param log the request that began it; null where there was none
 */
public record ArchivedRun(
        String id, WorkflowRun run, @Nullable AppLog log, Instant archivedAt) {

    /** In the order of the runs: by when they began. */
    public RecordKey key() {
        return new RecordKey(run.createdAt(), id);
    }
}
