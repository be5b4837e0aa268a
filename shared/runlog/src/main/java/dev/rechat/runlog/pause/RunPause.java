package dev.rechat.runlog.pause;

import dev.rechat.runlog.RecordKey;
import dev.rechat.runlog.Tenant;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a run waits, or waited. At most one for each run.
 *
 * @param stateKey the key of a {@link dev.rechat.runlog.payload.PayloadStore}; what is there was written with the pause
 * @param resumedAt null while it waits
 */
public record RunPause(
        String id,
        Tenant tenant,
        String workflowId,
        String workflowRunId,
        String stateKey,
        List<PauseReason> reasons,
        Instant createdAt,
        @Nullable Instant resumedAt) {

    public RunPause {
        reasons = List.copyOf(reasons);
    }

    public RecordKey key() {
        return new RecordKey(createdAt, id);
    }
}
