package dev.rechat.maintenance.runlog;

import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.node.NodeTriggeredFrom;
import dev.rechat.runlog.node.Offload;
import dev.rechat.runlog.node.OffloadType;
import dev.rechat.runlog.pause.PauseReason;
import dev.rechat.runlog.pause.PauseReasonType;
import dev.rechat.runlog.pause.RunPause;
import dev.rechat.runlog.run.AppLog;
import dev.rechat.runlog.run.AppLogSource;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Records as they are written. */
public final class TestRecords {

    public static final Tenant TENANT = new Tenant("house");
    public static final AppId APP = AppId.of("01980000-0000-7000-8000-000000000001");

    private TestRecords() {}

    public static WorkflowRun run(Instant createdAt, RunStatus status) {
        return run(UUID.randomUUID().toString(), createdAt, status);
    }

    public static WorkflowRun run(String id, Instant createdAt, RunStatus status) {
        return run(TENANT, APP, id, createdAt, status);
    }

    public static WorkflowRun run(Tenant tenant, AppId app, String id, Instant createdAt, RunStatus status) {
        boolean ended = status.isEnded();
        return new WorkflowRun(
                id,
                tenant,
                app,
                "c1a6c1c2-0000-4000-8000-000000000001",
                RunType.CHAT,
                TriggeredFrom.APP_RUN,
                "2026-01-01 10:00:00",
                "{\"sys.query\":\"天气 in Łódź?\"}",
                false,
                ended ? "{\"answer\":\"rain\"}" : "{}",
                false,
                status,
                ended ? Evidence.TOLD : Evidence.OPEN,
                status == RunStatus.FAILED ? "the model is overloaded" : null,
                ended ? Duration.ofMillis(1_250) : Duration.ZERO,
                ended ? 42 : 0,
                ended ? 3 : 0,
                0,
                ended ? new BigDecimal("0.0012500") : null,
                ended ? "USD" : "",
                CreatorRole.END_USER,
                "0198aaaa-0000-7000-8000-000000000009",
                createdAt,
                ended ? createdAt.plusMillis(1_250) : null,
                UUID.randomUUID().toString(),
                null);
    }

    public static NodeExecution node(WorkflowRun run, int index, NodeStatus status) {
        return new NodeExecution(
                UUID.randomUUID().toString(),
                run.tenant(),
                run.appId(),
                run.workflowId(),
                NodeTriggeredFrom.WORKFLOW_RUN,
                run.id(),
                index,
                index == 1 ? null : "start",
                null,
                "node-" + index,
                "llm",
                "Think",
                "{\"context\":[1,2.50,{\"a\":null}]}",
                null,
                "{\"text\":\"rain\"}",
                NodeExecution.Truncated.NONE,
                status,
                null,
                Duration.ofMillis(200L * index),
                "{\"total_tokens\":42}",
                null,
                null,
                run.createdByRole(),
                run.createdBy(),
                run.createdAt().plusMillis(index),
                run.createdAt().plusMillis(index + 200L));
    }

    public static AppLog log(WorkflowRun run) {
        return new AppLog(
                UUID.randomUUID().toString(),
                run.tenant(),
                run.appId(),
                run.workflowId(),
                run.id(),
                AppLogSource.WEB_APP,
                run.createdByRole(),
                run.createdBy(),
                run.createdAt());
    }

    public static Offload offload(NodeExecution node, String fileKey) {
        return new Offload(
                UUID.randomUUID().toString(),
                node.tenant(),
                node.appId(),
                node.id(),
                OffloadType.INPUTS,
                fileKey,
                node.createdAt());
    }

    public static RunPause pause(WorkflowRun run, String stateKey) {
        return new RunPause(
                UUID.randomUUID().toString(),
                run.tenant(),
                run.workflowId(),
                run.id(),
                stateKey,
                List.of(new PauseReason(PauseReasonType.HUMAN_INPUT_REQUIRED, "form-1", "", "ask")),
                run.createdAt().plusMillis(50),
                null);
    }

    /** Ended runs a second apart, each with two executions and its log. */
    public static RunLogBatch history(Instant first, int runs) {
        List<WorkflowRun> made = new ArrayList<>();
        List<NodeExecution> nodes = new ArrayList<>();
        List<AppLog> logs = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            WorkflowRun run = run(first.plusSeconds(i), i % 7 == 0 ? RunStatus.FAILED : RunStatus.SUCCEEDED);
            made.add(run);
            nodes.add(node(run, 1, NodeStatus.SUCCEEDED));
            nodes.add(node(run, 2, NodeStatus.SUCCEEDED));
            logs.add(log(run));
        }
        return new RunLogBatch(made, nodes, logs, List.of(), List.of(), List.of());
    }
}
