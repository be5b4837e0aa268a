package dev.rechat.runlog.mysql;

import dev.rechat.kernel.id.AppId;
import dev.rechat.persistence.database.Statement;
import dev.rechat.runlog.TimeRange;
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

/** Figures of days, from {@link DayFigures}, and of nodes, from the rows of the runs that are meant. */
@Singleton
class MySqlStatistics implements RunStatistics {

    private static final int MOST_NODES = 100;

    private final RunLogDatabase database;
    private final DayFigures days;

    MySqlStatistics(RunLogDatabase database, DayFigures days) {
        this.database = database;
        this.days = days;
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
        return nodes(query, " HAVING failures > 0 ORDER BY failures DESC", limit);
    }

    @Override
    public List<NodeFigures> slowestNodes(StatisticsQuery query, int limit) {
        return nodes(query, " HAVING average IS NOT NULL ORDER BY average DESC", limit);
    }

    /** From the runs to their nodes: which runs are meant stands in an index, and a run's nodes lie in another. */
    private List<NodeFigures> nodes(StatisticsQuery query, String order, int limit) {
        if (limit < 1 || limit > MOST_NODES) {
            throw new IllegalArgumentException("1 to " + MOST_NODES + " nodes: " + limit);
        }
        TimeRange range = query.range();
        String ended =
                "CASE WHEN n.status IN ('succeeded', 'failed', 'exception', 'stopped', 'retry') THEN n.elapsed_ms END";
        Statement statement = new Statement()
                .add("SELECT STRAIGHT_JOIN n.app_id, n.node_id, " + latest("n.node_type") + " AS node_type, "
                        + latest("n.title") + " AS title, COUNT(*) AS executions,"
                        + " SUM(n.status IN ('failed', 'exception')) AS failures, AVG(" + ended + ") AS average, MAX("
                        + ended + ") AS longest FROM workflow_runs r FORCE INDEX ("
                        + (query.appId() == null ? "workflow_runs_time" : "workflow_runs_app") + ")"
                        + " JOIN workflow_node_executions n FORCE INDEX (workflow_node_executions_run)"
                        + " ON n.workflow_run_id = r.id AND n.tenant_id = r.tenant_id")
                .add(" WHERE r.tenant_id = ?", query.tenant().id())
                .addIf(" AND r.app_id = ?", query.appId())
                .add(" AND r.triggered_from = ?", query.triggeredFrom().wire())
                .addIf(" AND r.created_at >= ?", range.start())
                .addIf(" AND r.created_at < ?", range.end())
                .add(" GROUP BY n.app_id, n.node_id" + order + ", n.app_id, n.node_id LIMIT ?", limit);
        return database.read(
                statement,
                row -> new NodeFigures(
                        AppId.of(row.getString("app_id")),
                        row.getString("node_id"),
                        row.getString("node_type"),
                        row.getString("title"),
                        row.getLong("executions"),
                        row.getLong("failures"),
                        row.getDouble("average") / 1000,
                        row.getDouble("longest") / 1000));
    }

    /** The value of the newest execution: a time as text is 23 signs, always. */
    private static String latest(String column) {
        return "SUBSTRING(MAX(CONCAT(CAST(n.created_at AS CHAR(23)), " + column + ")), 24)";
    }
}
