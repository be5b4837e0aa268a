package dev.rechat.dify.payload;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code node_finished} and {@code node_retry} tell.
 *
 * @param id the node execution's id, as in its {@link NodeStart}
 * @param status {@code succeeded}, {@code failed}, {@code exception} (handled in the graph) or {@code retry}
 * @param executionMetadata tokens, price, place in iterations and loops; keys vary by node
 * @param retryIndex which retry this is, only in {@code node_retry}
 */
@Serdeable.Deserializable(naming = SnakeCaseStrategy.class)
public record NodeResult(
        @Nullable String id,
        @Nullable String nodeId,
        @Nullable String nodeType,
        @Nullable String title,
        @Nullable Integer index,
        @Nullable String predecessorNodeId,
        @Nullable JsonNode inputs,
        @Nullable JsonNode processData,
        @Nullable JsonNode outputs,
        @Nullable String status,
        @Nullable String error,

        @Serdeable.Deserializable(using = Seconds.class) @Nullable
        Duration elapsedTime,

        @Nullable JsonNode executionMetadata,

        @Serdeable.Deserializable(using = EpochSeconds.class) @Nullable
        Instant createdAt,

        @Serdeable.Deserializable(using = EpochSeconds.class) @Nullable
        Instant finishedAt,

        List<DifyFile> files,
        @Nullable String iterationId,
        @Nullable String loopId,
        @Nullable Integer retryIndex) {
    public NodeResult {
        files = Present.list(files);
        inputs = Present.node(inputs);
        processData = Present.node(processData);
        outputs = Present.node(outputs);
        executionMetadata = Present.node(executionMetadata);
    }
}
