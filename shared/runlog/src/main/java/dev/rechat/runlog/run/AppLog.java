package dev.rechat.runlog.run;

import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.RecordKey;
import dev.rechat.runlog.Tenant;
import java.time.Instant;

/** That somebody asked for a run, and how; as Dify's {@code workflow_app_logs}, but for chatflows, too. One for each run. */
public record AppLog(
        String id,
        Tenant tenant,
        AppId appId,
        String workflowId,
        String workflowRunId,
        AppLogSource createdFrom,
        CreatorRole createdByRole,
        String createdBy,
        Instant createdAt) {

    public RecordKey key() {
        return new RecordKey(createdAt, id);
    }
}
