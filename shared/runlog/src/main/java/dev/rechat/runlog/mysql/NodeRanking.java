package dev.rechat.runlog.mysql;

import dev.rechat.kernel.id.AppId;
import dev.rechat.persistence.database.Statement;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.statistics.NodeFigures;
import dev.rechat.runlog.statistics.StatisticsQuery;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Which nodes fail and which take long, of the runs that are meant. Whole days of UTC that the roll-up knows come from there, all
 * else from the rows: days that are not known, and the ends of the range that are no whole days.
 */
@Singleton
class NodeRanking {

    private static final int MOST = 100;

    private final RunLogDatabase database;
    private final RunRollUp rollUp;

    NodeRanking(RunLogDatabase database, RunRollUp rollUp) {
        this.database = database;
        this.rollUp = rollUp;
    }

    List<NodeFigures> failing(StatisticsQuery query, int limit) {
        return best(query, " HAVING failed > 0 ORDER BY failed DESC", limit);
    }

    List<NodeFigures> slowest(StatisticsQuery query, int limit) {
        return best(query, " HAVING average IS NOT NULL ORDER BY average DESC", limit);
    }

    private List<NodeFigures> best(StatisticsQuery query, String order, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " nodes: " + limit);
        }
        SortedSet<LocalDate> known = rollUp.knownNodes(query.tenant(), query.range());
        List<Ranked> ranked = database.read(
                ranking(query, known, order, limit),
                row -> new Ranked(
                        new NodeFigures(
                                AppId.of(row.getString("app_id")),
                                row.getString("node_id"),
                                Objects.requireNonNullElse(row.getString("node_type"), ""),
                                Objects.requireNonNullElse(row.getString("title"), ""),
                                row.getLong("times"),
                                row.getLong("failed"),
                                row.getDouble("average") / 1000,
                                row.getDouble("longest") / 1000),
                        Table.sureTime(row, "newest_of_all")));
        return ranked.stream().map(node -> named(query, node)).toList();
    }

    /** @param figures with the type and title that the roll-up knows */
    private record Ranked(NodeFigures figures, Instant newest) {}

    /** With type and title of the newest execution; where it has been let go, the roll-up knows them. */
    private NodeFigures named(StatisticsQuery query, Ranked node) {
        NodeFigures figures = node.figures();
        return database.first(
                        new Statement()
                                .add(
                                        "SELECT node_type, title FROM workflow_node_executions"
                                                + " FORCE INDEX (workflow_node_executions_node) WHERE tenant_id = ?",
                                        query.tenant().id())
                                .add(
                                        " AND app_id = ? AND node_id = ? AND created_at = ? LIMIT 1",
                                        figures.appId(),
                                        figures.nodeId(),
                                        node.newest()),
                        row -> figures.named(row.getString("node_type"), row.getString("title")))
                .orElse(figures);
    }

    /** @param known days of which the whole lies within the range */
    static Statement ranking(StatisticsQuery query, SortedSet<LocalDate> known, String order, int limit) {
        Statement statement = new Statement()
                .add("SELECT app_id, node_id, " + latest("node_type") + " AS node_type, " + latest("title")
                        + " AS title,"
                        + " MAX(newest) AS newest_of_all, SUM(executions) AS times, SUM(failures) AS failed,"
                        + " SUM(elapsed_ms) / NULLIF(SUM(ended), 0) AS average, MAX(longest_ms) AS longest FROM (");
        String between = "";
        for (Stretch stretch : stretches(query.range(), known)) {
            statement.add(between);
            if (stretch.rolled()) {
                addRolled(statement, query, stretch);
            } else {
                addRows(statement, query, stretch);
            }
            between = " UNION ALL ";
        }
        return statement.add(") AS pieces GROUP BY app_id, node_id" + order + ", app_id, node_id LIMIT ?", limit);
    }

    private static void addRolled(Statement statement, StatisticsQuery query, Stretch stretch) {
        statement
                .add(
                        "SELECT app_id, node_id, node_type, title, newest, executions, failures, ended, elapsed_ms, longest_ms"
                                + " FROM workflow_node_days")
                .add(" WHERE tenant_id = ?", query.tenant().id())
                .addIf(" AND app_id = ?", query.appId())
                .add(" AND triggered_from = ?", query.triggeredFrom().wire())
                .addIf(" AND day >= ?", day(stretch.start()))
                .addIf(" AND day < ?", day(stretch.end()));
    }

    private static void addRows(Statement statement, StatisticsQuery query, Stretch stretch) {
        statement.add("SELECT app_id, node_id, NULL AS node_type, NULL AS title, newest, executions, failures, ended,"
                + " elapsed_ms, longest_ms FROM (");
        NodeSums.ofRuns(statement, query.tenant(), query.appId(), stretch.start(), stretch.end())
                .add(" AND r.triggered_from = ?", query.triggeredFrom().wire())
                .add(" GROUP BY n.app_id, n.node_id, r.triggered_from) AS rows_of_runs");
    }

    /** What the roll-up knows of the newest execution: a time as text is 23 signs, always. */
    private static String latest(String column) {
        return "SUBSTRING(MAX(CONCAT(CAST(newest AS CHAR(23)), " + column + ")), 24)";
    }

    /** One stretch of time that is read from one of the two. */
    private record Stretch(
            boolean rolled,
            @Nullable Instant start,
            @Nullable Instant end) {}

    /** Never none: a range of no length is one stretch of rows, of which there are none. */
    private static List<Stretch> stretches(TimeRange range, SortedSet<LocalDate> known) {
        List<Stretch> stretches = new ArrayList<>();
        Instant at = range.start();
        for (LocalDate day : known) {
            Instant start = start(day);
            Instant end = start(day.plusDays(1));
            Stretch before = stretches.isEmpty() ? null : stretches.getLast();
            if (before != null && start.equals(at)) {
                stretches.removeLast();
                stretches.add(new Stretch(true, before.start(), end));
            } else {
                if (!start.equals(at)) {
                    stretches.add(new Stretch(false, at, start));
                }
                stretches.add(new Stretch(true, start, end));
            }
            at = end;
        }
        if (stretches.isEmpty() || !Objects.equals(at, range.end())) {
            stretches.add(new Stretch(false, at, range.end()));
        }
        return stretches;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static @Nullable LocalDate day(@Nullable Instant start) {
        return start == null ? null : LocalDate.ofInstant(start, ZoneOffset.UTC);
    }
}
