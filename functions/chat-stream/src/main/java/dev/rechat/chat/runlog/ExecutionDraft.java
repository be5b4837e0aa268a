package dev.rechat.chat.runlog;

import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.node.NodeTriggeredFrom;
import dev.rechat.runlog.run.CreatorRole;
import io.micronaut.json.tree.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One execution while it runs: what was told of it so far. */
final class ExecutionDraft {

    final String id;
    final AgentLogs agent = new AgentLogs();
    final Rounds rounds = new Rounds();
    private final Map<String, JsonNode> metadata = new LinkedHashMap<>();

    @Nullable
    String difyId;

    int index;
    String nodeId = "";
    String nodeType = "";
    String title = "";

    @Nullable
    String predecessor;

    @Nullable
    String iterationId;

    @Nullable
    String loopId;

    @Nullable
    String inputs;

    @Nullable
    String processData;

    @Nullable
    String outputs;

    NodeStatus status = NodeStatus.RUNNING;

    @Nullable
    String error;

    Duration elapsed = Duration.ZERO;
    Instant createdAt;

    @Nullable
    Instant finishedAt;

    ExecutionDraft(String id, Instant createdAt) {
        this.id = id;
        this.createdAt = createdAt;
    }

    void known(@Nullable String node, @Nullable String type, @Nullable String name) {
        nodeId = node == null || node.isEmpty() ? nodeId : Content.id(node);
        nodeType = type == null || type.isEmpty() ? nodeType : Content.id(type);
        title = name == null || name.isEmpty() ? title : Content.name(name);
    }

    void within(@Nullable String iteration, @Nullable String loop) {
        iterationId = iteration == null ? iterationId : Content.idOrNull(iteration);
        loopId = loop == null ? loopId : Content.idOrNull(loop);
    }

    void metadata(@Nullable JsonNode told) {
        if (told != null && told.isObject()) {
            told.entries().forEach(entry -> metadata.put(entry.getKey(), entry.getValue()));
            within(text("iteration_id"), text("loop_id"));
        }
    }

    private @Nullable String text(String key) {
        JsonNode value = metadata.get(key);
        return value != null && value.isString() ? value.getStringValue() : null;
    }

    void note(String key, JsonNode value) {
        metadata.put(key, value);
    }

    NodeExecution record(RunContext context, String run, String workflow, Content content) {
        Map<String, JsonNode> told = new LinkedHashMap<>(metadata);
        place(told, "iteration_id", iterationId);
        place(told, "loop_id", loopId);
        rounds.into(told);
        agent.into(told);
        return new NodeExecution(
                id,
                context.tenant(),
                context.app().id(),
                workflow,
                NodeTriggeredFrom.WORKFLOW_RUN,
                run,
                index,
                predecessor,
                id.equals(difyId) ? null : difyId,
                nodeId,
                nodeType,
                title,
                inputs,
                processData,
                outputs,
                NodeExecution.Truncated.NONE,
                status,
                error,
                elapsed,
                content.metadata(told),
                iterationId,
                loopId,
                CreatorRole.END_USER,
                context.user(),
                createdAt,
                finishedAt);
    }

    private static void place(Map<String, JsonNode> told, String key, @Nullable String container) {
        if (container != null) {
            told.put(key, JsonNode.createStringNode(container));
        }
    }
}
