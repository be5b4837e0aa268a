package dev.rechat.runlog.writing;

import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.run.Evidence;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.WorkflowRun;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Records without what people and apps said: ids, states, times, figures and where it failed are left. */
public final class Bare {

    private Bare() {}

    /** Without inputs, outputs and the words of its error. */
    public static WorkflowRun of(WorkflowRun run) {
        return bare(run, run.status(), run.evidence(), run.finishedAt());
    }

    /** The same of a run that is to be over, whatever became of it. */
    public static WorkflowRun cut(WorkflowRun run, Instant at) {
        return bare(run, RunStatus.STOPPED, Evidence.CUT, at.isBefore(run.createdAt()) ? run.createdAt() : at);
    }

    private static WorkflowRun bare(
            WorkflowRun run, RunStatus status, Evidence evidence, @Nullable Instant finishedAt) {
        return new WorkflowRun(
                run.id(),
                run.tenant(),
                run.appId(),
                run.workflowId(),
                run.type(),
                run.triggeredFrom(),
                run.version(),
                null,
                false,
                "{}",
                false,
                status,
                evidence,
                null,
                run.elapsedTime(),
                run.totalTokens(),
                run.totalSteps(),
                run.exceptionsCount(),
                run.totalPrice(),
                run.currency(),
                run.createdByRole(),
                run.createdBy(),
                run.createdAt(),
                finishedAt,
                run.turnId(),
                run.conversationId());
    }

    /** Without its three mappings, the words of its error, and its metadata, in which agents write down their work. */
    public static NodeExecution of(NodeExecution node) {
        return new NodeExecution(
                node.id(),
                node.tenant(),
                node.appId(),
                node.workflowId(),
                node.triggeredFrom(),
                node.workflowRunId(),
                node.index(),
                node.predecessorNodeId(),
                node.nodeExecutionId(),
                node.nodeId(),
                node.nodeType(),
                node.title(),
                null,
                null,
                null,
                NodeExecution.Truncated.NONE,
                node.status(),
                null,
                node.elapsedTime(),
                null,
                node.iterationId(),
                node.loopId(),
                node.createdByRole(),
                node.createdBy(),
                node.createdAt(),
                node.finishedAt());
    }
}
