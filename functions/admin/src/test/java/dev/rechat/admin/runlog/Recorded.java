package dev.rechat.admin.runlog;

import dev.rechat.admin.House;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppRepository;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.node.NodeTriggeredFrom;
import dev.rechat.runlog.node.Offload;
import dev.rechat.runlog.node.OffloadType;
import dev.rechat.runlog.payload.Offloading;
import dev.rechat.runlog.run.AppLog;
import dev.rechat.runlog.run.AppLogSource;
import dev.rechat.runlog.run.CreatorRole;
import dev.rechat.runlog.run.Evidence;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.RunType;
import dev.rechat.runlog.run.TriggeredFrom;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.settings.RunLogStores;
import dev.rechat.runlog.transfer.RunLogBatch;
import dev.rechat.runlog.transfer.RunLogTransfer.Visibility;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes runs as a recording leaves them. */
final class Recorded {

    static final Tenant OURS = new Tenant("rechat");

    private final House house;

    Recorded(House house) {
        this.house = house;
    }

    String id() {
        return house.bean(IdGenerator.class).next().toString();
    }

    AppId app(String name) {
        AppId id = house.bean(IdGenerator.class).nextAppId();
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        house.bean(AppRepository.class)
                .save(new App(
                        id, "app-" + id, name, "", "", "workflow", "https://dify.example", "x", true, 0, now, now));
        return id;
    }

    WorkflowRun run(AppId app, String person, String at, RunStatus status, String words) {
        return run(OURS, app, person, at, status, words);
    }

    WorkflowRun run(Tenant tenant, AppId app, String person, String at, RunStatus status, String words) {
        Instant begun = Instant.parse(at);
        boolean ended = status.isEnded();
        WorkflowRun run = new WorkflowRun(
                id(),
                tenant,
                app,
                id(),
                RunType.WORKFLOW,
                TriggeredFrom.APP_RUN,
                "draft",
                "{\"question\":\"" + words + "\"}",
                false,
                "{}",
                false,
                status,
                ended ? Evidence.TOLD : Evidence.OPEN,
                status == RunStatus.FAILED ? "it broke" : null,
                ended ? Duration.ofMillis(1500) : Duration.ZERO,
                100,
                3,
                0,
                new BigDecimal("0.0025000"),
                "USD",
                CreatorRole.END_USER,
                person,
                begun,
                ended ? begun.plusMillis(1500) : null,
                id(),
                id());
        AppLog log = new AppLog(
                id(),
                tenant,
                app,
                run.workflowId(),
                run.id(),
                AppLogSource.SERVICE_API,
                CreatorRole.END_USER,
                person,
                begun);
        write(new RunLogBatch(List.of(run), List.of(), List.of(log), List.of(), List.of(), List.of()));
        return run;
    }

    /** The same as it is recorded: what is too large for its row goes beside. */
    Offloading.Cut<WorkflowRun> large(AppId app, String person, String at, String words) {
        var cut = house.bean(Offloading.class).cut(run(app, person, at, RunStatus.SUCCEEDED, words));
        write(new RunLogBatch(List.of(cut.record()), List.of(), List.of(), cut.offloads(), List.of(), List.of()));
        return cut;
    }

    NodeExecution node(WorkflowRun run, int index, String nodeId, NodeStatus status, @Nullable String iteration) {
        return node(run, index, nodeId, status, iteration, NodeExecution.Truncated.NONE);
    }

    NodeExecution node(
            WorkflowRun run,
            int index,
            String nodeId,
            NodeStatus status,
            @Nullable String iteration,
            NodeExecution.Truncated truncated) {
        Instant begun = run.createdAt().plusMillis(100L * index);
        NodeExecution node = new NodeExecution(
                id(),
                run.tenant(),
                run.appId(),
                run.workflowId(),
                NodeTriggeredFrom.WORKFLOW_RUN,
                run.id(),
                index,
                null,
                null,
                nodeId,
                nodeId.startsWith("each") ? "iteration" : "llm",
                "The " + nodeId,
                "{\"in\":" + index + "}",
                null,
                "{\"out\":\"private\"}",
                truncated,
                status,
                status == NodeStatus.FAILED ? "no model" : null,
                Duration.ofMillis(90),
                "{\"total_tokens\":40,\"total_price\":\"0.00100\",\"currency\":\"USD\",\"iteration_index\":1}",
                iteration,
                null,
                run.createdByRole(),
                run.createdBy(),
                begun,
                begun.plusMillis(90));
        write(new RunLogBatch(List.of(), List.of(node), List.of(), List.of(), List.of(), List.of()));
        return node;
    }

    void offload(NodeExecution node, OffloadType type, String fileKey) {
        Offload offload = new Offload(id(), node.tenant(), node.appId(), node.id(), type, fileKey, node.createdAt());
        write(new RunLogBatch(List.of(), List.of(), List.of(), List.of(offload), List.of(), List.of()));
    }

    private void write(RunLogBatch batch) {
        house.bean(RunLogStores.class).chosen().transfer().write(batch, Visibility.AT_ONCE);
    }
}
