package dev.rechat.runlog.writing;

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
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Records as producers tell them. */
final class Told {

    static final Tenant TENANT = new Tenant("house");
    static final AppId APP = AppId.of("0192e4a0-0000-7000-8000-000000000001");
    static final Instant BEGAN = Instant.parse("2026-11-01T10:00:00Z");

    private Told() {}

    static LogEntry.Run run(String id, RunStatus status) {
        return run(id, status, "{\"q\":1}", status.isEnded() ? Evidence.TOLD : Evidence.OPEN, false);
    }

    static LogEntry.Run run(
            String id, RunStatus status, @Nullable String inputs, Evidence evidence, boolean continued) {
        boolean ended = status.isEnded();
        return new LogEntry.Run(
                new WorkflowRun(
                        id,
                        TENANT,
                        APP,
                        "w",
                        RunType.CHAT,
                        TriggeredFrom.APP_RUN,
                        "",
                        inputs,
                        false,
                        "{}",
                        false,
                        status,
                        evidence,
                        null,
                        Duration.ZERO,
                        0,
                        0,
                        0,
                        null,
                        "",
                        CreatorRole.END_USER,
                        "user",
                        continued ? BEGAN.plusSeconds(60) : BEGAN,
                        ended ? BEGAN.plusSeconds(90) : null,
                        "turn",
                        "conversation"),
                continued);
    }

    static LogEntry.Node node(String id, NodeStatus status, @Nullable String outputs) {
        return node(id, "r", status, outputs, null, false);
    }

    static LogEntry.Node node(
            String id,
            String run,
            NodeStatus status,
            @Nullable String outputs,
            @Nullable String metadata,
            boolean continued) {
        return new LogEntry.Node(
                new NodeExecution(
                        id,
                        TENANT,
                        APP,
                        "w",
                        NodeTriggeredFrom.WORKFLOW_RUN,
                        run,
                        1,
                        null,
                        null,
                        "llm",
                        "llm",
                        "LLM",
                        null,
                        null,
                        outputs,
                        NodeExecution.Truncated.NONE,
                        status,
                        null,
                        Duration.ZERO,
                        metadata,
                        null,
                        null,
                        CreatorRole.END_USER,
                        "user",
                        BEGAN,
                        null),
                continued);
    }
}
