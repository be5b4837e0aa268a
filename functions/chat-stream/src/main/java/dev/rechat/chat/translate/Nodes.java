package dev.rechat.chat.translate;

import dev.rechat.chat.event.TurnEvent;
import dev.rechat.dify.payload.AgentLogEntry;
import dev.rechat.dify.payload.ContainerResult;
import dev.rechat.dify.payload.ContainerStart;
import dev.rechat.dify.payload.NodeResult;
import dev.rechat.dify.payload.NodeStart;
import io.micronaut.json.tree.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Workflow nodes, iterations and loops as {@code node} events; Dify names the parent of a node on its start only. */
final class Nodes {

    /** The type of a step that an agent within a workflow notes. */
    static final String AGENT_LOG = "agent-log";

    private static final String RUNNING = "running";

    private final Map<String, String> parents = new HashMap<>();

    /** What readers know already, from an earlier part of the turn. */
    private final Map<String, String> told;

    Nodes(Map<String, String> told) {
        this.told = told;
    }

    /** Whether a run's snapshot only repeats it. */
    boolean knows(TurnEvent.Node node) {
        String status = told.get(node.id());
        return status != null && (status.equals(node.status()) || node.status().equals(RUNNING));
    }

    TurnEvent.Node started(NodeStart node) {
        String parent = node.iterationId() != null ? node.iterationId() : node.loopId();
        if (parent != null) {
            parents.put(Text.of(node.id()), parent);
        }
        return event(
                node.id(), node.nodeId(), node.nodeType(), node.title(), RUNNING, node.index(), null, null, null, null);
    }

    TurnEvent.Node finished(NodeResult node) {
        return result(node, Text.of(node.status(), "succeeded"));
    }

    TurnEvent.Node retrying(NodeResult node) {
        return result(node, "retrying");
    }

    private TurnEvent.Node result(NodeResult node, String status) {
        return event(
                node.id(),
                node.nodeId(),
                node.nodeType(),
                node.title(),
                status,
                node.index(),
                node.elapsedTime(),
                node.error(),
                node.inputs(),
                node.outputs());
    }

    TurnEvent.Node started(ContainerStart node) {
        return event(
                node.id(),
                node.nodeId(),
                node.nodeType(),
                node.title(),
                RUNNING,
                null,
                null,
                null,
                node.inputs(),
                null);
    }

    TurnEvent.Node finished(ContainerResult node) {
        return event(
                node.id(),
                node.nodeId(),
                node.nodeType(),
                node.title(),
                Text.of(node.status(), "succeeded"),
                null,
                node.elapsedTime(),
                node.error(),
                node.inputs(),
                node.outputs());
    }

    /** What an agent within a workflow notes of its work, shown as a step below its node. */
    TurnEvent.Node logged(AgentLogEntry entry) {
        String parent = entry.parentId() == null ? entry.nodeExecutionId() : entry.parentId();
        String key = Text.of(entry.id());
        if (parent != null) {
            parents.put(key, parent);
        }
        String status = switch (Text.of(entry.status())) {
            case "success" -> "succeeded";
            case "error" -> "failed";
            default -> RUNNING;
        };
        return event(
                key, entry.nodeId(), AGENT_LOG, entry.label(), status, null, null, entry.error(), null, entry.data());
    }

    private TurnEvent.Node event(
            @Nullable String id,
            @Nullable String nodeId,
            @Nullable String type,
            @Nullable String title,
            String status,
            @Nullable Integer index,
            @Nullable Duration elapsed,
            @Nullable String error,
            @Nullable JsonNode inputs,
            @Nullable JsonNode outputs) {
        String key = Text.of(id);
        return new TurnEvent.Node(
                key,
                Text.of(nodeId),
                Text.of(type),
                Text.of(title),
                status,
                index == null ? 0 : index,
                parents.get(key),
                elapsed == null ? null : elapsed.toMillis(),
                error,
                inputs,
                outputs);
    }
}
