package dev.rechat.runlog.writing;

import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.run.Evidence;
import dev.rechat.runlog.run.WorkflowRun;
import java.math.BigDecimal;
import java.time.Duration;

/** Puts what is told later onto what was recorded before: a run's snapshot tells nodes without their details. */
final class Continuation {

    private Continuation() {}

    /** The newer state, with what only the older one knows. An end that events told stands against one that was looked up. */
    static WorkflowRun merged(WorkflowRun older, WorkflowRun newer) {
        boolean stands = older.status().isEnded()
                && (!newer.status().isEnded()
                        || older.evidence() == Evidence.TOLD && newer.evidence() != Evidence.TOLD);
        if (stands) {
            return older;
        }
        boolean inputs = newer.inputs() == null;
        boolean outputs = newer.outputs().equals("{}");
        BigDecimal price = newer.totalPrice() == null ? older.totalPrice() : newer.totalPrice();
        return new WorkflowRun(
                newer.id(),
                newer.tenant(),
                newer.appId(),
                either(newer.workflowId(), older.workflowId()),
                newer.type(),
                older.triggeredFrom(),
                either(newer.version(), older.version()),
                inputs ? older.inputs() : newer.inputs(),
                inputs ? older.inputsTruncated() : newer.inputsTruncated(),
                outputs ? older.outputs() : newer.outputs(),
                outputs ? older.outputsTruncated() : newer.outputsTruncated(),
                newer.status(),
                newer.evidence(),
                newer.error(),
                longer(older.elapsedTime(), newer.elapsedTime()),
                Math.max(older.totalTokens(), newer.totalTokens()),
                Math.max(older.totalSteps(), newer.totalSteps()),
                Math.max(older.exceptionsCount(), newer.exceptionsCount()),
                price,
                either(newer.currency(), older.currency()),
                older.createdByRole(),
                older.createdBy(),
                older.createdAt(),
                newer.finishedAt(),
                newer.turnId() == null ? older.turnId() : newer.turnId(),
                newer.conversationId() == null ? older.conversationId() : newer.conversationId());
    }

    /** The newer state, with what only the older one knows; an end stays an end. */
    static NodeExecution merged(NodeExecution older, NodeExecution newer) {
        boolean ended = Ended.is(older.status()) && !Ended.is(newer.status());
        boolean inputs = newer.inputs() == null;
        boolean process = newer.processData() == null;
        boolean outputs = newer.outputs() == null;
        NodeExecution state = ended ? older : newer;
        return new NodeExecution(
                newer.id(),
                newer.tenant(),
                newer.appId(),
                either(newer.workflowId(), older.workflowId()),
                older.triggeredFrom(),
                newer.workflowRunId(),
                older.index() > 0 ? older.index() : newer.index(),
                older.predecessorNodeId() == null ? newer.predecessorNodeId() : older.predecessorNodeId(),
                older.nodeExecutionId() == null ? newer.nodeExecutionId() : older.nodeExecutionId(),
                either(newer.nodeId(), older.nodeId()),
                either(newer.nodeType(), older.nodeType()),
                either(newer.title(), older.title()),
                inputs ? older.inputs() : newer.inputs(),
                process ? older.processData() : newer.processData(),
                outputs ? older.outputs() : newer.outputs(),
                new NodeExecution.Truncated(
                        (inputs ? older : newer).truncated().inputs(),
                        (process ? older : newer).truncated().processData(),
                        (outputs ? older : newer).truncated().outputs()),
                state.status(),
                state.error() == null ? older.error() : state.error(),
                longer(older.elapsedTime(), newer.elapsedTime()),
                newer.executionMetadata() == null ? older.executionMetadata() : newer.executionMetadata(),
                newer.iterationId() == null ? older.iterationId() : newer.iterationId(),
                newer.loopId() == null ? older.loopId() : newer.loopId(),
                older.createdByRole(),
                older.createdBy(),
                older.createdAt(),
                state.finishedAt() == null ? older.finishedAt() : state.finishedAt());
    }

    private static String either(String told, String known) {
        return told.isEmpty() ? known : told;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
