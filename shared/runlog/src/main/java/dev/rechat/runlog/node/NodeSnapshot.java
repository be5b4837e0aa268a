package dev.rechat.runlog.node;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A node execution without its content. @param executionId the engine's id, else the row's */
public record NodeSnapshot(
        String executionId,
        String nodeId,
        String nodeType,
        String title,
        int index,
        NodeStatus status,
        Duration elapsedTime,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable String iterationId,
        @Nullable String loopId) {}
