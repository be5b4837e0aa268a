package dev.rechat.admin.runlog;

import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.id.UserId;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.NodeOutline;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.web.request.QueryFlag;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Reads what the nodes of a run did, with a trace: their errors may quote what they were given. */
@Singleton
final class NodeReading {

    private final RunLogs logs;
    private final RunReading runs;
    private final NodeMetadata metadata;
    private final WholeContent contents;

    NodeReading(RunLogs logs, RunReading runs, NodeMetadata metadata, WholeContent contents) {
        this.logs = logs;
        this.runs = runs;
        this.metadata = metadata;
        this.contents = contents;
    }

    /** @throws NotFoundException when there is no such run */
    NodeList list(String runId, UserId administrator) {
        WorkflowRun run = logs.run(runId);
        var nodes = logs.store().nodes().findOutlines(logs.tenant(), run.appId(), runId);
        runs.traced(run, administrator, "nodes");
        return new NodeList(nodes.stream().map(node -> row(run, node)).toList());
    }

    /** @throws NotFoundException when the run is not there, or has no such node */
    NodeView read(String runId, String nodeId, @Nullable String whole, UserId administrator) {
        boolean wanted = Boolean.TRUE.equals(QueryFlag.of("whole", whole));
        WorkflowRun run = logs.run(runId);
        NodeExecution node = logs.node(run, nodeId);
        var content = wanted ? contents.whole(node) : WholeContent.asStored(node);
        runs.traced(run, administrator, "node " + node.nodeId());
        return new NodeView(
                row(run, NodeOutline.of(node)),
                content.inputs(),
                content.processData(),
                content.outputs(),
                node.executionMetadata(),
                content.truncated(),
                content.tooLarge());
    }

    private NodeRow row(WorkflowRun run, NodeOutline node) {
        return NodeRow.of(node, run.createdAt(), metadata.of(node.executionMetadata()));
    }
}
