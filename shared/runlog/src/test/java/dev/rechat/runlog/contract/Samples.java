package dev.rechat.runlog.contract;

import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.archive.ArchivedRun;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.node.NodeTriggeredFrom;
import dev.rechat.runlog.node.Offload;
import dev.rechat.runlog.node.OffloadType;
import dev.rechat.runlog.pause.RunPause;
import dev.rechat.runlog.run.AppLog;
import dev.rechat.runlog.run.AppLogSource;
import dev.rechat.runlog.run.CreatorRole;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.transfer.RunLogBatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Records of one tenant with defaults, so that a test shows only what matters to it. */
public final class Samples {

    public static final Instant NOON = Instant.parse("2026-03-10T12:00:00.123Z");

    public final Tenant tenant = new Tenant("t" + UUID.randomUUID().toString().substring(0, 18));
    public final AppId app = new AppId(UUID.randomUUID());
    public final String workflow = id();

    public static String id() {
        return UUID.randomUUID().toString();
    }

    /** A run of chat that has succeeded. */
    public Sample run(Instant createdAt) {
        return new Sample(tenant, app, workflow, createdAt);
    }

    public NodeExecution node(String runId, int index, Instant createdAt, NodeStatus status) {
        return node(runId, index, "node-" + index, createdAt, status, Duration.ofMillis(100L * index));
    }

    public NodeExecution node(
            String runId, int index, String nodeId, Instant createdAt, NodeStatus status, Duration elapsed) {
        return node(app, runId, index, nodeId, "Node " + nodeId, createdAt, status, elapsed);
    }

    public NodeExecution node(
            AppId ofApp,
            String runId,
            int index,
            String nodeId,
            String title,
            Instant createdAt,
            NodeStatus status,
            Duration elapsed) {
        return new NodeExecution(
                id(),
                tenant,
                ofApp,
                workflow,
                NodeTriggeredFrom.WORKFLOW_RUN,
                runId,
                index,
                index == 1 ? null : "node-" + (index - 1),
                null,
                nodeId,
                "llm",
                title,
                "{\"q\":\"猫 😀\"}",
                null,
                "{\"a\":" + index + "}",
                NodeExecution.Truncated.NONE,
                status,
                status == NodeStatus.FAILED ? "boom" : null,
                elapsed,
                "{\"total_tokens\":" + index + "}",
                index == 2 ? "loop-1" : null,
                null,
                CreatorRole.ACCOUNT,
                "ada",
                createdAt,
                status == NodeStatus.RUNNING ? null : createdAt.plus(elapsed));
    }

    public AppLog log(WorkflowRun run) {
        return log(run, AppLogSource.WEB_APP);
    }

    public AppLog log(WorkflowRun run, AppLogSource source) {
        return new AppLog(
                id(),
                run.tenant(),
                run.appId(),
                run.workflowId(),
                run.id(),
                source,
                run.createdByRole(),
                run.createdBy(),
                run.createdAt());
    }

    public Offload offload(NodeExecution node, OffloadType type) {
        return new Offload(
                id(), tenant, app, node.id(), type, tenant.id() + "/nodes/" + id() + ".json", node.createdAt());
    }

    public Offload offload(WorkflowRun run, OffloadType type) {
        return new Offload(
                id(), tenant, run.appId(), run.id(), type, tenant.id() + "/runs/" + id() + ".json", run.createdAt());
    }

    public static RunLogBatch batch(List<WorkflowRun> runs, List<NodeExecution> nodes) {
        return new RunLogBatch(runs, nodes, List.of(), List.of(), List.of(), List.of());
    }

    public static RunLogBatch batch(
            List<AppLog> logs, List<Offload> offloads, List<RunPause> pauses, List<ArchivedRun> archives) {
        return new RunLogBatch(List.of(), List.of(), logs, offloads, pauses, archives);
    }
}
