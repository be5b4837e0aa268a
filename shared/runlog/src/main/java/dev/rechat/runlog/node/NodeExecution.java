package dev.rechat.runlog.node;

import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.RecordKey;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.run.CreatorRole;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One execution of one node; columns as in Dify's {@code workflow_node_executions}.
 *
 * @param id 1 to 255 signs, unique within a run and all its tenant's; Dify's where Dify's is unique
 * @param nodeExecutionId the engine's id; null where it is {@code id}
 * @param index from 1, in the order of execution
 * @param nodeId in the graph
 * @param inputs JSON; cut where {@code truncated} says so, and then whole in an {@link Offload}; so for the next two
 * @param executionMetadata JSON: {@code total_tokens}, {@code total_price}, {@code currency}, {@code iteration_id},
 *     {@code loop_id}, {@code agent_log}, …
 * @param iterationId the iteration it ran in, from the metadata; so for {@code loopId}
 * @param truncated which mappings are cut: exactly those that have an offload
 */
public record NodeExecution(
        String id,
        Tenant tenant,
        AppId appId,
        String workflowId,
        NodeTriggeredFrom triggeredFrom,
        @Nullable String workflowRunId,
        int index,
        @Nullable String predecessorNodeId,
        @Nullable String nodeExecutionId,
        String nodeId,
        String nodeType,
        String title,
        @Nullable String inputs,
        @Nullable String processData,
        @Nullable String outputs,
        Truncated truncated,
        NodeStatus status,
        @Nullable String error,
        Duration elapsedTime,
        @Nullable String executionMetadata,
        @Nullable String iterationId,
        @Nullable String loopId,
        CreatorRole createdByRole,
        String createdBy,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    public RecordKey key() {
        return new RecordKey(createdAt, id);
    }

    /** Which mappings are whole in an offload only. */
    public record Truncated(boolean inputs, boolean processData, boolean outputs) {

        public static final Truncated NONE = new Truncated(false, false, false);
    }
}
