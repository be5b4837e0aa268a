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
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Figures of days, from {@link DayFigures}, and of nodes, from the rows of the runs that are meant. */
@Singleton
class MySqlStatistics implements RunStatistics {

    private static final int MOST_NODES = 100;

    /** Nodes begin after their runs; whoever says when may have two clocks. */
    private static final Duration CLOCKS_APART = Duration.ofHours(1);

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

    private record Sums(
            AppId app, String nodeId, long executions, long failures, double average, double longest, Instant latest) {}

    private List<NodeFigures> nodes(StatisticsQuery query, String order, int limit) {
        if (limit < 1 || limit > MOST_NODES) {
            throw new IllegalArgumentException("1 to " + MOST_NODES + " nodes: " + limit);
        }
        List<Sums> sums = database.read(
                sums(query, order, limit),
                row -> new Sums(
                        AppId.of(row.getString("app_id")),
                        row.getString("node_id"),
                        row.getLong("executions"),
                        row.getLong("failures"),
                        row.getDouble("average") / 1000,
                        row.getDouble("longest") / 1000,
                        Table.sureTime(row, "latest")));
        return sums.stream().map(node -> named(query, node)).toList();
    }

    /**
     * From the runs to their nodes: which runs are meant stands in an index, and what is counted of a run's nodes in another.
     * The months before the runs are not looked into.
     */
    static Statement sums(StatisticsQuery query, String order, int limit) {
        TimeRange range = query.range();
        String ended =
                "CASE WHEN n.status IN ('succeeded', 'failed', 'exception', 'stopped', 'retry') THEN n.elapsed_ms END";
        return new Statement()
                .add("SELECT STRAIGHT_JOIN n.app_id, n.node_id, MAX(n.created_at) AS latest, COUNT(*) AS executions,"
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
                .addIf(
                        " AND n.created_at >= ?",
                        range.start() == null ? null : range.start().minus(CLOCKS_APART))
                .add(" GROUP BY n.app_id, n.node_id" + order + ", n.app_id, n.node_id LIMIT ?", limit);
    }

    /** With type and title of its latest execution. */
    private NodeFigures named(StatisticsQuery query, Sums node) {
        return database.first(
                        new Statement()
                                .add(
                                        "SELECT node_type, title FROM workflow_node_executions"
                                                + " FORCE INDEX (workflow_node_executions_node) WHERE tenant_id = ?",
                                        query.tenant().id())
                                .add(
                                        " AND app_id = ? AND node_id = ? AND created_at = ? LIMIT 1",
                                        node.app(),
                                        node.nodeId(),
                                        node.latest()),
                        row -> figures(node, row.getString("node_type"), row.getString("title")))
                // it may have been removed since it was counted
                .orElseGet(() -> figures(node, "", ""));
    }

    private static NodeFigures figures(Sums node, String nodeType, String title) {
        return new NodeFigures(
                node.app(),
                node.nodeId(),
                nodeType,
                title,
                node.executions(),
                node.failures(),
                node.average(),
                node.longest());
    }
}
