package dev.rechat.dify.payload;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * What {@code reasoning_chunk} tells (Dify 1.16+).
 *
 * @param messageId null in workflow apps
 * @param reasoning the next piece of the model's reasoning
 * @param isFinal whether it was the node's last piece
 */
@Serdeable.Deserializable(naming = SnakeCaseStrategy.class)
public record ReasoningPart(
        @Nullable String messageId,
        @Nullable String reasoning,
        @Nullable String nodeId,
        @Nullable Boolean isFinal) {}
