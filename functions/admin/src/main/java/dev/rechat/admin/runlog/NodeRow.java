package dev.rechat.admin.runlog;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rechat.runlog.node.NodeOutline;
import dev.rechat.usage.report.Money;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one node did, without what went in and came out.
 *
 * @param startMs since the run began
 * @param iterationId the {@code node_id} of the iteration it ran in; so for {@code loopId}
 * @param round of that iteration or loop, from zero
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record NodeRow(
        String id,
        String nodeId,
        String nodeType,
        String title,
        int index,
        String status,
        @Nullable String error,
        long startMs,
        long elapsedMs,
        @Nullable String predecessorNodeId,
        @Nullable String iterationId,
        @Nullable String loopId,
        @Nullable Integer round,
        @Nullable Long totalTokens,
        @Nullable Money cost,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    static NodeRow of(NodeOutline node, Instant begin, NodeMetadata.Figures figures) {
        return new NodeRow(
                node.id(),
                node.nodeId(),
                node.nodeType(),
                node.title(),
                node.index(),
                node.status().wire(),
                node.error(),
                Math.max(0, Duration.between(begin, node.createdAt()).toMillis()),
                node.elapsedTime().toMillis(),
                node.predecessorNodeId(),
                node.iterationId(),
                node.loopId(),
                figures.round(),
                figures.totalTokens(),
                figures.cost(),
                node.createdAt(),
                node.finishedAt());
    }
}
