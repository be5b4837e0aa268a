package dev.rechat.dify.payload;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a run: what {@code workflow_finished} and a blocking call tell.
 *
 * @param id the run's id
 * @param status {@code succeeded}, {@code failed}, {@code stopped}, {@code partial-succeeded}; in a blocking answer also
 *     {@code paused}
 * @param totalSteps node runs
 * @param createdBy who started the run
 * @param pausedNodes graph ids, only in a blocking answer that paused
 * @param reasons why it paused, only in a blocking answer that paused
 */
@Serdeable.Deserializable(naming = SnakeCaseStrategy.class)
public record WorkflowRun(
        @Nullable String id,
        @Nullable String workflowId,
        @Nullable String status,
        @Nullable JsonNode outputs,
        @Nullable String error,

        @Serdeable.Deserializable(using = Seconds.class) @Nullable
        Duration elapsedTime,

        @Nullable Long totalTokens,
        @Nullable Integer totalSteps,
        @Nullable JsonNode createdBy,

        @Serdeable.Deserializable(using = EpochSeconds.class) @Nullable
        Instant createdAt,

        @Serdeable.Deserializable(using = EpochSeconds.class) @Nullable
        Instant finishedAt,

        @Nullable Integer exceptionsCount,
        List<DifyFile> files,
        List<String> pausedNodes,
        List<JsonNode> reasons) {
    public WorkflowRun {
        files = Present.list(files);
        pausedNodes = Present.list(pausedNodes);
        reasons = Present.list(reasons);
        outputs = Present.node(outputs);
        createdBy = Present.node(createdBy);
    }
}
