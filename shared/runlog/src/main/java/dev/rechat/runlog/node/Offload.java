package dev.rechat.runlog.node;

import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.RecordKey;
import dev.rechat.runlog.Tenant;
import java.time.Instant;

/**
 * Where the whole of a mapping is that was too large for its row. At most one for each execution or run, and type.
 *
 * @param nodeExecutionId whose mapping it is; of a run's own inputs and outputs, which Dify keeps in one piece, the run's id
 * @param fileKey the key of a {@link dev.rechat.runlog.payload.PayloadStore}
 */
public record Offload(
        String id,
        Tenant tenant,
        AppId appId,
        String nodeExecutionId,
        OffloadType type,
        String fileKey,
        Instant createdAt) {

    public RecordKey key() {
        return new RecordKey(createdAt, id);
    }
}
