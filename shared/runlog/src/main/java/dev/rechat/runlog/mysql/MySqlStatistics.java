package dev.rechat.runlog.mysql;

import dev.rechat.runlog.statistics.AverageInteraction;
import dev.rechat.runlog.statistics.DailyRuns;
import dev.rechat.runlog.statistics.DailyTerminals;
import dev.rechat.runlog.statistics.DailyTokenCost;
import dev.rechat.runlog.statistics.NodeFigures;
import dev.rechat.runlog.statistics.RunStatistics;
import dev.rechat.runlog.statistics.StatisticsQuery;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Figures of days, from {@link DayFigures}, and of nodes, from {@link NodeRanking}. */
@Singleton
class MySqlStatistics implements RunStatistics {

    private final DayFigures days;
    private final NodeRanking nodes;

    MySqlStatistics(DayFigures days, NodeRanking nodes) {
        this.days = days;
        this.nodes = nodes;
    }

    @Override
    public List<DailyRuns> dailyRuns(StatisticsQuery query) {
        return days.of(query).stream()
                .map(day -> new DailyRuns(day.date(), day.runs()))
                .toList();
    }

    @Override
    public List<DailyTerminals> dailyTerminals(StatisticsQuery query) {
        return days.of(query).stream()
                .map(day -> new DailyTerminals(day.date(), day.people()))
                .toList();
    }

    @Override
    public List<DailyTokenCost> dailyTokenCost(StatisticsQuery query) {
        return days.of(query).stream()
                .map(day -> new DailyTokenCost(day.date(), day.tokens()))
                .toList();
    }

    @Override
    public List<AverageInteraction> averageInteractions(StatisticsQuery query) {
        return days.of(query).stream()
                .map(day -> new AverageInteraction(
                        day.date(),
                        BigDecimal.valueOf(day.runs())
                                .divide(BigDecimal.valueOf(day.people()), 2, RoundingMode.HALF_EVEN)))
                .toList();
    }

    @Override
    public List<NodeFigures> failingNodes(StatisticsQuery query, int limit) {
        return nodes.failing(query, limit);
    }

    @Override
    public List<NodeFigures> slowestNodes(StatisticsQuery query, int limit) {
        return nodes.slowest(query, limit);
    }
}
