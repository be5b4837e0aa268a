package dev.rechat.runlog.node;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A node execution as it stands in a timeline: without its mappings, and with the row's id, by which those are found.
 *
 * @param executionMetadata JSON: tokens, price, rounds
 */
public record NodeOutline(
        String id,
        @Nullable String predecessorNodeId,
        String nodeId,
        String nodeType,
        String title,
        int index,
        NodeStatus status,
        @Nullable String error,
        Duration elapsedTime,
        @Nullable String executionMetadata,
        @Nullable String iterationId,
        @Nullable String loopId,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    public static NodeOutline of(NodeExecution execution) {
        return new NodeOutline(
                execution.id(),
                execution.predecessorNodeId(),
                execution.nodeId(),
                execution.nodeType(),
                execution.title(),
                execution.index(),
                execution.status(),
                execution.error(),
                execution.elapsedTime(),
                execution.executionMetadata(),
                execution.iterationId(),
                execution.loopId(),
                execution.createdAt(),
                execution.finishedAt());
    }
}
