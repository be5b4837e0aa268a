package dev.rechat.runlog.statistics;

import dev.rechat.kernel.id.AppId;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/**
 * Figures of one node of one app's graph.
 *
 * @param title as the latest of its executions has it
 * @param failures with those that the graph handled
 * @param averageSeconds over ended executions
 */
@Serdeable(naming = SnakeCaseStrategy.class)
public record NodeFigures(
        AppId appId,
        String nodeId,
        String nodeType,
        String title,
        long executions,
        long failures,
        double averageSeconds,
        double longestSeconds) {

    /** The same node by other names. */
    public NodeFigures named(String newType, String newTitle) {
        return new NodeFigures(appId, nodeId, newType, newTitle, executions, failures, averageSeconds, longestSeconds);
    }
}
