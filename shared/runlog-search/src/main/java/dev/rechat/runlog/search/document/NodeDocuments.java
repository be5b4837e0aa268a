package dev.rechat.runlog.search.document;

import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.NodeExecution.Truncated;
import dev.rechat.runlog.node.NodeSnapshot;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.node.NodeTriggeredFrom;
import dev.rechat.runlog.node.Offload;
import dev.rechat.runlog.node.OffloadType;
import dev.rechat.runlog.run.CreatorRole;
import dev.rechat.runlog.search.client.Json;
import dev.rechat.runlog.search.index.Entry;
import dev.rechat.runlog.search.index.Fields;
import io.micronaut.json.tree.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Node executions, and where the whole of their mappings is. */
public final class NodeDocuments {

    private static final Set<NodeStatus> ENDED = EnumSet.of(
            NodeStatus.SUCCEEDED, NodeStatus.FAILED, NodeStatus.EXCEPTION, NodeStatus.STOPPED, NodeStatus.RETRY);

    /** All that a snapshot is made of. */
    public static final List<String> OF_SNAPSHOTS = List.of(
            "id",
            "node_execution_id",
            "node_id",
            "node_type",
            "title",
            "index",
            "status",
            "elapsed_time",
            "created_at",
            "finished_at",
            "iteration_id",
            "loop_id");

    private NodeDocuments() {}

    public static Entry entry(NodeExecution node) {
        return new Entry(RecordType.NODE_EXECUTIONS, node.tenant(), node.id(), node.createdAt(), document(node));
    }

    static JsonNode document(NodeExecution node) {
        return Json.object(
                "id", node.id(),
                "tenant_id", node.tenant().id(),
                "app_id", node.appId().toString(),
                "workflow_id", node.workflowId(),
                "triggered_from", node.triggeredFrom().wire(),
                "workflow_run_id", node.workflowRunId(),
                "index", node.index(),
                "predecessor_node_id", node.predecessorNodeId(),
                "node_execution_id", node.nodeExecutionId(),
                "node_id", node.nodeId(),
                "node_type", node.nodeType(),
                "title", node.title(),
                "inputs", node.inputs(),
                "process_data", node.processData(),
                "outputs", node.outputs(),
                "inputs_truncated", node.truncated().inputs(),
                "process_data_truncated", node.truncated().processData(),
                "outputs_truncated", node.truncated().outputs(),
                "status", node.status().wire(),
                "ended", ENDED.contains(node.status()),
                "error", node.error(),
                "elapsed_time", Values.seconds(node.elapsedTime()),
                "execution_metadata", node.executionMetadata(),
                "iteration_id", node.iterationId(),
                "loop_id", node.loopId(),
                "created_by_role", node.createdByRole().wire(),
                "created_by", node.createdBy(),
                "created_at", Values.time(node.createdAt()),
                "finished_at", Values.timeOrNull(node.finishedAt()));
    }

    public static NodeExecution node(JsonNode document) {
        return new NodeExecution(
                Fields.text(document, "id"),
                new Tenant(Fields.text(document, "tenant_id")),
                AppId.of(Fields.text(document, "app_id")),
                Fields.text(document, "workflow_id"),
                NodeTriggeredFrom.of(Fields.text(document, "triggered_from")),
                Fields.textOrNull(document, "workflow_run_id"),
                Values.whole(document, "index"),
                Fields.textOrNull(document, "predecessor_node_id"),
                Fields.textOrNull(document, "node_execution_id"),
                Fields.text(document, "node_id"),
                Fields.text(document, "node_type"),
                Fields.text(document, "title"),
                Fields.textOrNull(document, "inputs"),
                Fields.textOrNull(document, "process_data"),
                Fields.textOrNull(document, "outputs"),
                new Truncated(
                        Fields.flag(document, "inputs_truncated"),
                        Fields.flag(document, "process_data_truncated"),
                        Fields.flag(document, "outputs_truncated")),
                NodeStatus.of(Fields.text(document, "status")),
                Fields.textOrNull(document, "error"),
                Values.duration(document, "elapsed_time"),
                Fields.textOrNull(document, "execution_metadata"),
                Fields.textOrNull(document, "iteration_id"),
                Fields.textOrNull(document, "loop_id"),
                CreatorRole.of(Fields.text(document, "created_by_role")),
                Fields.text(document, "created_by"),
                Values.time(document, "created_at"),
                Values.timeOrNull(document, "finished_at"));
    }

    public static NodeSnapshot snapshot(JsonNode document) {
        String engines = Fields.textOrNull(document, "node_execution_id");
        return new NodeSnapshot(
                engines == null ? Fields.text(document, "id") : engines,
                Fields.text(document, "node_id"),
                Fields.text(document, "node_type"),
                Fields.text(document, "title"),
                Values.whole(document, "index"),
                NodeStatus.of(Fields.text(document, "status")),
                Values.duration(document, "elapsed_time"),
                Values.time(document, "created_at"),
                Values.timeOrNull(document, "finished_at"),
                Fields.textOrNull(document, "iteration_id"),
                Fields.textOrNull(document, "loop_id"));
    }

    public static Entry entry(Offload offload) {
        String name = offload.nodeExecutionId() + ":" + offload.type().wire();
        JsonNode document = Json.object(
                "id", offload.id(),
                "tenant_id", offload.tenant().id(),
                "app_id", offload.appId().toString(),
                "node_execution_id", offload.nodeExecutionId(),
                "type", offload.type().wire(),
                "file_key", offload.fileKey(),
                "created_at", Values.time(offload.createdAt()));
        return new Entry(RecordType.OFFLOADS, offload.tenant(), name, offload.createdAt(), document);
    }

    public static Offload offload(JsonNode document) {
        return new Offload(
                Fields.text(document, "id"),
                new Tenant(Fields.text(document, "tenant_id")),
                AppId.of(Fields.text(document, "app_id")),
                Fields.text(document, "node_execution_id"),
                OffloadType.of(Fields.text(document, "type")),
                Fields.text(document, "file_key"),
                Values.time(document, "created_at"));
    }
}
