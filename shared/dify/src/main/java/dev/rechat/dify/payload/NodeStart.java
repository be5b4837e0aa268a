package dev.rechat.dify.payload;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What {@code node_started} tells.
 *
 * @param id the node execution's id, the same in the finishing and retry events
 * @param nodeId the node's id in the graph
 * @param index how many nodes were started before
 * @param iterationId the graph id of the iteration node this runs in
 * @param loopId the graph id of the loop node this runs in
 */
@Serdeable.Deserializable(naming = SnakeCaseStrategy.class)
public record NodeStart(
        @Nullable String id,
        @Nullable String nodeId,
        @Nullable String nodeType,
        @Nullable String title,
        @Nullable Integer index,
        @Nullable String predecessorNodeId,
        @Nullable JsonNode inputs,

        @Serdeable.Deserializable(using = EpochSeconds.class) @Nullable
        Instant createdAt,

        @Nullable JsonNode extras,
        @Nullable String iterationId,
        @Nullable String loopId,
        @Nullable JsonNode agentStrategy) {
    public NodeStart {
        inputs = Present.node(inputs);
        extras = Present.node(extras);
        agentStrategy = Present.node(agentStrategy);
    }
}
