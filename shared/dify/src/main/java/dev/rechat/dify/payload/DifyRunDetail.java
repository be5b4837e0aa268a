package dev.rechat.dify.payload;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run as Dify has stored it.
 *
 * @param status {@code running}, {@code paused}, {@code succeeded}, {@code failed}, {@code stopped} or
 *     {@code partial-succeeded}
 * @param inputs an object, with Dify's own {@code sys.*} keys
 * @param outputs an object, empty while the run is not over
 * @param totalSteps node runs
 */
@Serdeable.Deserializable(naming = SnakeCaseStrategy.class)
public record DifyRunDetail(
        @Nullable String id,
        @Nullable String workflowId,
        @Nullable String status,
        @Nullable JsonNode inputs,
        @Nullable JsonNode outputs,
        @Nullable String error,
        @Nullable Integer totalSteps,
        @Nullable Long totalTokens,

        @Serdeable.Deserializable(using = EpochSeconds.class) @Nullable
        Instant createdAt,

        @Serdeable.Deserializable(using = EpochSeconds.class) @Nullable
        Instant finishedAt,

        @Serdeable.Deserializable(using = Seconds.class) @Nullable
        Duration elapsedTime) {
    public DifyRunDetail {
        inputs = Present.node(inputs);
        outputs = Present.node(outputs);
    }

    /** The same run with these inputs. */
    public DifyRunDetail withInputs(JsonNode readable) {
        return new DifyRunDetail(
                id,
                workflowId,
                status,
                readable,
                outputs,
                error,
                totalSteps,
                totalTokens,
                createdAt,
                finishedAt,
                elapsedTime);
    }
}
