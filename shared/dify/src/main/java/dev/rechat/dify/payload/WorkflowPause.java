package dev.rechat.dify.payload;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code workflow_paused} tells.
 *
 * @param pausedNodes graph ids
 * @param reasons objects whose {@code TYPE} is {@code human_input_required} or {@code scheduled_pause}
 */
@Serdeable.Deserializable(naming = SnakeCaseStrategy.class)
public record WorkflowPause(
        @Nullable String workflowRunId,
        List<String> pausedNodes,
        @Nullable JsonNode outputs,
        List<JsonNode> reasons,
        @Nullable String status,

        @Serdeable.Deserializable(using = EpochSeconds.class) @Nullable
        Instant createdAt,

        @Serdeable.Deserializable(using = Seconds.class) @Nullable
        Duration elapsedTime,

        @Nullable Long totalTokens,
        @Nullable Integer totalSteps) {
    public WorkflowPause {
        pausedNodes = Present.list(pausedNodes);
        reasons = Present.list(reasons);
        outputs = Present.node(outputs);
    }
}
