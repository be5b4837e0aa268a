package dev.rechat.maintenance.runlog.kind;

import dev.rechat.runlog.node.NodeExecution;
import java.util.List;

/** What an execution of a node is made of. */
final class NodeFields {

    static final List<Field<NodeExecution>> ALL = List.of(
            new Field<>("id", NodeExecution::id),
            new Field<>("tenant_id", NodeExecution::tenant),
            new Field<>("app_id", NodeExecution::appId),
            new Field<>("workflow_id", NodeExecution::workflowId),
            new Field<>("triggered_from", NodeExecution::triggeredFrom),
            new Field<>("workflow_run_id", NodeExecution::workflowRunId),
            new Field<>("index", NodeExecution::index),
            new Field<>("predecessor_node_id", NodeExecution::predecessorNodeId),
            new Field<>("node_execution_id", NodeExecution::nodeExecutionId),
            new Field<>("node_id", NodeExecution::nodeId),
            new Field<>("node_type", NodeExecution::nodeType),
            new Field<>("title", NodeExecution::title),
            new Field<>("inputs", node -> JsonText.of(node.inputs())),
            new Field<>("process_data", node -> JsonText.of(node.processData())),
            new Field<>("outputs", node -> JsonText.of(node.outputs())),
            new Field<>("truncated", NodeExecution::truncated),
            new Field<>("status", NodeExecution::status),
            new Field<>("error", NodeExecution::error),
            new Field<>("elapsed_time", NodeExecution::elapsedTime),
            new Field<>("execution_metadata", node -> JsonText.of(node.executionMetadata())),
            new Field<>("iteration_id", NodeExecution::iterationId),
            new Field<>("loop_id", NodeExecution::loopId),
            new Field<>("created_by_role", NodeExecution::createdByRole),
            new Field<>("created_by", NodeExecution::createdBy),
            new Field<>("created_at", NodeExecution::createdAt),
            new Field<>("finished_at", NodeExecution::finishedAt));

    private NodeFields() {}
}
