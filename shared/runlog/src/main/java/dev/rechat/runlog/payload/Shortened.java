package dev.rechat.runlog.payload;

import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.run.WorkflowRun;
import org.jspecify.annotations.Nullable;

/** Records with less of their mappings. */
final class Shortened {

    private Shortened() {}

    static NodeExecution of(
            NodeExecution whole,
            @Nullable String inputs,
            @Nullable String processData,
            @Nullable String outputs,
            NodeExecution.Truncated truncated) {
        return new NodeExecution(
                whole.id(),
                whole.tenant(),
                whole.appId(),
                whole.workflowId(),
                whole.triggeredFrom(),
                whole.workflowRunId(),
                whole.index(),
                whole.predecessorNodeId(),
                whole.nodeExecutionId(),
                whole.nodeId(),
                whole.nodeType(),
                whole.title(),
                inputs,
                processData,
                outputs,
                truncated,
                whole.status(),
                whole.error(),
                whole.elapsedTime(),
                whole.executionMetadata(),
                whole.iterationId(),
                whole.loopId(),
                whole.createdByRole(),
                whole.createdBy(),
                whole.createdAt(),
                whole.finishedAt());
    }

    static WorkflowRun of(
            WorkflowRun whole,
            @Nullable String inputs,
            boolean inputsTruncated,
            String outputs,
            boolean outputsTruncated) {
        return new WorkflowRun(
                whole.id(),
                whole.tenant(),
                whole.appId(),
                whole.workflowId(),
                whole.type(),
                whole.triggeredFrom(),
                whole.version(),
                inputs,
                inputsTruncated,
                outputs,
                outputsTruncated,
                whole.status(),
                whole.evidence(),
                whole.error(),
                whole.elapsedTime(),
                whole.totalTokens(),
                whole.totalSteps(),
                whole.exceptionsCount(),
                whole.totalPrice(),
                whole.currency(),
                whole.createdByRole(),
                whole.createdBy(),
                whole.createdAt(),
                whole.finishedAt(),
                whole.turnId(),
                whole.conversationId());
    }
}
