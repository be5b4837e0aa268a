package dev.rechat.runlog.statistics;

import java.util.List;

/**
 * Figures of runs by days, in the order of days; days without runs are absent. Those of nodes are of all executions of the runs
 * that are meant, whenever they came: a run that paused goes on days later.
 */
public interface RunStatistics {

    List<DailyRuns> dailyRuns(StatisticsQuery query);

    /** How many different people there were. */
    List<DailyTerminals> dailyTerminals(StatisticsQuery query);

    List<DailyTokenCost> dailyTokenCost(StatisticsQuery query);

    /** Runs for each person and day, averaged over the people of a day, to two decimals, half to even. */
    List<AverageInteraction> averageInteractions(StatisticsQuery query);

    /** The nodes that failed most, handled failures included; most failures first. @param limit 1 to 100 */
    List<NodeFigures> failingNodes(StatisticsQuery query, int limit);

    /** The nodes that took longest on average; slowest first. @param limit 1 to 100 */
    List<NodeFigures> slowestNodes(StatisticsQuery query, int limit);
}
