package dev.rechat.runlog.writing;

import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.run.RunStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Executions that are open when their run is over: Dify tells no end of them. */
public final class Closing {

    /** Of one whose run went well, while nobody heard what became of it. */
    static final String UNHEARD = "its end was not told";

    private Closing() {}

    public static boolean isOpen(NodeExecution node) {
        return !Ended.is(node.status());
    }

    /**
     * An open execution as it is once its run has ended: failed with a failed run, else stopped.
     *
     * @param error of the run
     */
    public static NodeExecution closed(NodeExecution node, RunStatus run, @Nullable String error, Instant at) {
        NodeStatus status = run == RunStatus.FAILED ? NodeStatus.FAILED : NodeStatus.STOPPED;
        String why = run == RunStatus.FAILED || run == RunStatus.STOPPED ? error : UNHEARD;
        Duration lasted = Duration.between(node.createdAt(), at);
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
                node.inputs(),
                node.processData(),
                node.outputs(),
                node.truncated(),
                status,
                node.error() == null ? why : node.error(),
                lasted.isNegative() ? Duration.ZERO : lasted,
                node.executionMetadata(),
                node.iterationId(),
                node.loopId(),
                node.createdByRole(),
                node.createdBy(),
                node.createdAt(),
                at);
    }
}
