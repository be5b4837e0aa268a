package dev.rechat.runlog.mysql;

import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.NodeSnapshot;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.node.NodeTriggeredFrom;
import dev.rechat.runlog.run.CreatorRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Node executions as rows. */
final class NodeRows {

    static final Table<NodeExecution> TABLE = new Table<>(
            "workflow_node_executions",
            List.of(
                    "id",
                    "tenant_id",
                    "app_id",
                    "workflow_id",
                    "triggered_from",
                    "workflow_run_id",
                    "`index`",
                    "predecessor_node_id",
                    "node_execution_id",
                    "node_id",
                    "node_type",
                    "title",
                    "inputs",
                    "process_data",
                    "outputs",
                    "inputs_truncated",
                    "process_data_truncated",
                    "outputs_truncated",
                    "status",
                    "error",
                    "elapsed_ms",
                    "execution_metadata",
                    "iteration_id",
                    "loop_id",
                    "created_by_role",
                    "created_by",
                    "created_at",
                    "finished_at"),
            NodeRows::values,
            NodeRows::read,
            NodeExecution::key,
            NodeExecution::tenant,
            "created_at",
            List.of("id", "tenant_id", "created_at"),
            List.of(
                    NodeStatus.SUCCEEDED.wire(),
                    NodeStatus.FAILED.wire(),
                    NodeStatus.EXCEPTION.wire(),
                    NodeStatus.STOPPED.wire(),
                    NodeStatus.RETRY.wire()));

    private NodeRows() {}

    private static List<@Nullable Object> values(NodeExecution node) {
        return Arrays.asList(
                node.id(),
                node.tenant().id(),
                node.appId(),
                node.workflowId(),
                node.triggeredFrom().wire(),
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
                node.truncated().inputs(),
                node.truncated().processData(),
                node.truncated().outputs(),
                node.status().wire(),
                node.error(),
                node.elapsedTime().toMillis(),
                node.executionMetadata(),
                node.iterationId(),
                node.loopId(),
                node.createdByRole().wire(),
                node.createdBy(),
                node.createdAt(),
                node.finishedAt());
    }

    private static NodeExecution read(ResultSet row) throws SQLException {
        return new NodeExecution(
                row.getString("id"),
                new Tenant(row.getString("tenant_id")),
                AppId.of(row.getString("app_id")),
                row.getString("workflow_id"),
                NodeTriggeredFrom.of(row.getString("triggered_from")),
                row.getString("workflow_run_id"),
                row.getInt("index"),
                row.getString("predecessor_node_id"),
                row.getString("node_execution_id"),
                row.getString("node_id"),
                row.getString("node_type"),
                row.getString("title"),
                row.getString("inputs"),
                row.getString("process_data"),
                row.getString("outputs"),
                new NodeExecution.Truncated(
                        row.getBoolean("inputs_truncated"),
                        row.getBoolean("process_data_truncated"),
                        row.getBoolean("outputs_truncated")),
                NodeStatus.of(row.getString("status")),
                row.getString("error"),
                Duration.ofMillis(row.getLong("elapsed_ms")),
                row.getString("execution_metadata"),
                row.getString("iteration_id"),
                row.getString("loop_id"),
                CreatorRole.of(row.getString("created_by_role")),
                row.getString("created_by"),
                Table.sureTime(row, "created_at"),
                Table.time(row, "finished_at"));
    }

    static NodeSnapshot snapshot(ResultSet row) throws SQLException {
        return new NodeSnapshot(
                row.getString("execution_id"),
                row.getString("node_id"),
                row.getString("node_type"),
                row.getString("title"),
                row.getInt("index"),
                NodeStatus.of(row.getString("status")),
                Duration.ofMillis(row.getLong("elapsed_ms")),
                Table.sureTime(row, "created_at"),
                Table.time(row, "finished_at"),
                row.getString("iteration_id"),
                row.getString("loop_id"));
    }
}
