package dev.rechat.dify.payload;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What {@code workflow_started} tells.
 *
 * @param id the run's id
 * @param inputs the inputs of the run, with Dify's own {@code sys.*} keys
 * @param reason {@code initial}, or {@code resumption} after a pause (Dify 1.13+)
 */
@Serdeable.Deserializable(naming = SnakeCaseStrategy.class)
public record WorkflowStart(
        @Nullable String id,
        @Nullable String workflowId,
        @Nullable JsonNode inputs,

        @Serdeable.Deserializable(using = EpochSeconds.class) @Nullable
        Instant createdAt,

        @Nullable String reason) {
    public WorkflowStart {
        inputs = Present.node(inputs);
    }
}
