package dev.rechat.runlog.run;

import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.RecordKey;
import dev.rechat.runlog.Tenant;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run. The columns are those of Dify's {@code workflow_runs}, without {@code graph}, which the Service API does not tell, and
 * with what ties it to ReChat.
 *
 * @param id Dify's {@code workflow_run_id}
 * @param appId ReChat's app: the Service API does not tell Dify's
 * @param workflowId Dify's version of the workflow; empty where it was not told
 * @param version what Dify calls the version; empty where it was not told
 * @param inputs JSON, with {@code sys.*}; of what is too large a part, and {@code inputsTruncated}: the whole is where an offload tells
 * @param outputs JSON; {@code {}} until there are some
 * @param elapsedTime zero until it is over
 * @param totalPrice what its nodes cost together; null where no node told a price
 * @param currency empty where there is no price
 * @param createdBy the account's id, or Dify's id of the end user in imported runs
 * @param createdAt when it began, to the millisecond; kept over pauses and later saves
 * @param exceptionsCount failures that the graph handled
 * @param turnId null in imported runs
 */
public record WorkflowRun(
        String id,
        Tenant tenant,
        AppId appId,
        String workflowId,
        RunType type,
        TriggeredFrom triggeredFrom,
        String version,
        @Nullable String inputs,
        boolean inputsTruncated,
        String outputs,
        boolean outputsTruncated,
        RunStatus status,
        Evidence evidence,
        @Nullable String error,
        Duration elapsedTime,
        long totalTokens,
        int totalSteps,
        int exceptionsCount,
        @Nullable BigDecimal totalPrice,
        String currency,
        CreatorRole createdByRole,
        String createdBy,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable String turnId,
        @Nullable String conversationId) {

    public RecordKey key() {
        return new RecordKey(createdAt, id);
    }
}
