package dev.rechat.admin.runlog;

import dev.rechat.runlog.statistics.NodeFigures;
import dev.rechat.usage.report.AppLabel;
import dev.rechat.usage.report.Labels;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/** Figures of one node of an app. @param failures with those that the graph handled */
@Serdeable(naming = SnakeCaseStrategy.class)
record NodeFigure(
        AppLabel app,
        String nodeId,
        String nodeType,
        String title,
        long executions,
        long failures,
        long averageMs,
        long longestMs) {

    private static final double MILLIS = 1000;

    static NodeFigure of(NodeFigures node, Labels.Known names) {
        return new NodeFigure(
                names.app(node.appId()),
                node.nodeId(),
                node.nodeType(),
                node.title(),
                node.executions(),
                node.failures(),
                Math.round(node.averageSeconds() * MILLIS),
                Math.round(node.longestSeconds() * MILLIS));
    }
}
