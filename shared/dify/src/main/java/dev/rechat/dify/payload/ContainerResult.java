package dev.rechat.dify.payload;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What {@code iteration_completed} and {@code loop_completed} tell.
 *
 * @param status {@code succeeded} or {@code failed}
 * @param error Dify leaves it null even on failure
 * @param steps rounds that were run
 */
@Serdeable.Deserializable(naming = SnakeCaseStrategy.class)
public record ContainerResult(
        @Nullable String id,
        @Nullable String nodeId,
        @Nullable String nodeType,
        @Nullable String title,
        @Nullable JsonNode outputs,

        @Serdeable.Deserializable(using = EpochSeconds.class) @Nullable
        Instant createdAt,

        @Nullable JsonNode extras,
        @Nullable JsonNode inputs,
        @Nullable String status,
        @Nullable String error,

        @Serdeable.Deserializable(using = Seconds.class) @Nullable
        Duration elapsedTime,

        @Nullable Long totalTokens,
        @Nullable JsonNode executionMetadata,

        @Serdeable.Deserializable(using = EpochSeconds.class) @Nullable
        Instant finishedAt,

        @Nullable Integer steps) {
    public ContainerResult {
        outputs = Present.node(outputs);
        extras = Present.node(extras);
        inputs = Present.node(inputs);
        executionMetadata = Present.node(executionMetadata);
    }
}
