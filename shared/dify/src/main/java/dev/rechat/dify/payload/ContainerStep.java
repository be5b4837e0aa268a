package dev.rechat.dify.payload;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What {@code iteration_next} and {@code loop_next} tell.
 *
 * @param index the round that begins
 * @param preLoopOutput only in {@code loop_next}
 */
@Serdeable.Deserializable(naming = SnakeCaseStrategy.class)
public record ContainerStep(
        @Nullable String id,
        @Nullable String nodeId,
        @Nullable String nodeType,
        @Nullable String title,
        @Nullable Integer index,

        @Serdeable.Deserializable(using = EpochSeconds.class) @Nullable
        Instant createdAt,

        @Nullable JsonNode extras,
        @Nullable JsonNode preLoopOutput) {
    public ContainerStep {
        extras = Present.node(extras);
        preLoopOutput = Present.node(preLoopOutput);
    }
}
