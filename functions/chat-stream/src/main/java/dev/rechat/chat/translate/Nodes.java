package dev.rechat.chat.translate;

import dev.rechat.chat.event.TurnEvent;
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

    private static final String RUNNING = "running";

    private final Map<String, String> parents = new HashMap<>();

    TurnEvent started(NodeStart node) {
        String parent = node.iterationId() != null ? node.iterationId() : node.loopId();
        if (parent != null) {
            parents.put(Text.of(node.id()), parent);
        }
        return event(
                node.id(), node.nodeId(), node.nodeType(), node.title(), RUNNING, node.index(), null, null, null, null);
    }

    TurnEvent finished(NodeResult node) {
        return result(node, Text.of(node.status(), "succeeded"));
    }

    TurnEvent retrying(NodeResult node) {
        return result(node, "retrying");
    }

    private TurnEvent result(NodeResult node, String status) {
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

    TurnEvent started(ContainerStart node) {
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

    TurnEvent finished(ContainerResult node) {
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

    private TurnEvent event(
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
