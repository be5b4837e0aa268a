package dev.rechat.admin.runlog;

import dev.rechat.runlog.statistics.AverageInteraction;
import dev.rechat.runlog.statistics.DailyRuns;
import dev.rechat.runlog.statistics.DailyTerminals;
import dev.rechat.runlog.statistics.DailyTokenCost;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;

/**
 * Figures of runs by days of a zone, whatever became of them; days without a run are absent.
 *
 * @param to the day after the last one
 * @param terminals different people
 * @param failingNodes most failures first
 * @param slowestNodes slowest on average first
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record StatisticsView(
        String from,
        String to,
        String zone,
        List<DailyRuns> runs,
        List<DailyTerminals> terminals,
        List<DailyTokenCost> tokens,
        List<AverageInteraction> interactions,
        List<NodeFigure> failingNodes,
        List<NodeFigure> slowestNodes) {}
