package dev.rechat.dify.payload;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What {@code iteration_started} and {@code loop_started} tell; such nodes send no {@code node_started}.
 *
 * @param id the same as the node's id in the graph
 */
@Serdeable.Deserializable(naming = SnakeCaseStrategy.class)
public record ContainerStart(
        @Nullable String id,
        @Nullable String nodeId,
        @Nullable String nodeType,
        @Nullable String title,

        @Serdeable.Deserializable(using = EpochSeconds.class) @Nullable
        Instant createdAt,

        @Nullable JsonNode extras,
        @Nullable JsonNode metadata,
        @Nullable JsonNode inputs) {
    public ContainerStart {
        extras = Present.node(extras);
        metadata = Present.node(metadata);
        inputs = Present.node(inputs);
    }
}
