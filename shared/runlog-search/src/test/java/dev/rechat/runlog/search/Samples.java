package dev.rechat.runlog.search;

import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.node.NodeTriggeredFrom;
import dev.rechat.runlog.run.CreatorRole;
import dev.rechat.runlog.run.Evidence;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.RunType;
import dev.rechat.runlog.run.TriggeredFrom;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.transfer.RunLogBatch;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Records for tests. */
final class Samples {

    static final Tenant TENANT = new Tenant("house");
    static final AppId APP = new AppId(UUID.fromString("01920000-0000-7000-8000-000000000001"));
    static final Instant NOON = Instant.parse("2026-10-15T12:00:00.123Z");

    private Samples() {}

    static WorkflowRun run(String id, Instant createdAt, RunStatus status) {
        return run(TENANT, id, createdAt, status, "{\"query\":\"hello\"}", "{}", "somebody");
    }

    static WorkflowRun run(
            Tenant tenant,
            String id,
            Instant createdAt,
            RunStatus status,
            String inputs,
            String outputs,
            String createdBy) {
        return new WorkflowRun(
                id,
                tenant,
                APP,
                "workflow-1",
                RunType.WORKFLOW,
                TriggeredFrom.APP_RUN,
                "2026-01-01",
                inputs,
                false,
                outputs,
                false,
                status,
                Evidence.TOLD,
                status == RunStatus.FAILED ? "Connection to \"upstream\" refused" : null,
                Duration.ofMillis(1234),
                17,
                3,
                0,
                new BigDecimal("0.0012300"),
                "USD",
                CreatorRole.END_USER,
                createdBy,
                createdAt,
                status.isEnded() ? createdAt.plusMillis(1234) : null,
                null,
                null);
    }

    static NodeExecution node(String id, String runId, int index, Instant createdAt, NodeStatus status) {
        return new NodeExecution(
                id,
                TENANT,
                APP,
                "workflow-1",
                NodeTriggeredFrom.WORKFLOW_RUN,
                runId,
                index,
                null,
                null,
                "node-" + index,
                "llm",
                "Answer " + index,
                "{\"a\":1}",
                null,
                "{\"text\":\"ok\"}",
                NodeExecution.Truncated.NONE,
                status,
                null,
                Duration.ofMillis(index * 500L),
                "{\"total_tokens\":5}",
                null,
                null,
                CreatorRole.END_USER,
                "somebody",
                createdAt,
                createdAt.plusMillis(500));
    }

    static RunLogBatch runs(List<WorkflowRun> runs) {
        return new RunLogBatch(runs, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    static RunLogBatch nodes(List<NodeExecution> nodes) {
        return new RunLogBatch(List.of(), nodes, List.of(), List.of(), List.of(), List.of());
    }
}
