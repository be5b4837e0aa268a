package dev.rechat.runlog.search.repository;

import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.search.client.Json;
import dev.rechat.runlog.search.index.Fields;
import dev.rechat.runlog.search.index.Hit;
import dev.rechat.runlog.search.index.Order;
import dev.rechat.runlog.search.index.Queries;
import dev.rechat.runlog.search.index.Searches;
import dev.rechat.runlog.statistics.NodeFigures;
import dev.rechat.runlog.statistics.StatisticsQuery;
import io.micronaut.json.tree.JsonNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which nodes fail and which take long, of the runs that are meant. There are no joins: the runs are walked through, and the
 * nodes of so many of them are summed up by the server at a time.
 */
final class NodeRanking {

    private static final int MOST = 100;
    private static final int RUNS_AT_A_TIME = 10_000;

    private static final JsonNode NAMES = Json.array(
            Json.object("app", Json.object("terms", Json.object("field", "app_id"))),
            Json.object("node", Json.object("terms", Json.object("field", "node_id"))));

    private static final Comparator<NodeSums> BY_NAME =
            Comparator.comparing((NodeSums node) -> node.app().toString()).thenComparing(NodeSums::nodeId);

    private final Searches searches;

    NodeRanking(Searches searches) {
        this.searches = searches;
    }

    List<NodeFigures> failing(StatisticsQuery query, int limit) {
        return best(
                query,
                limit,
                node -> node.failures() > 0,
                Comparator.comparingLong(NodeSums::failures).reversed());
    }

    List<NodeFigures> slowest(StatisticsQuery query, int limit) {
        return best(
                query,
                limit,
                node -> node.ended() > 0,
                Comparator.comparingDouble(NodeSums::average).reversed());
    }

    private List<NodeFigures> best(
            StatisticsQuery query, int limit, Predicate<NodeSums> which, Comparator<NodeSums> first) {
        Limits.check(limit, MOST);
        return sums(query).values().stream()
                .filter(which)
                .sorted(first.thenComparing(BY_NAME))
                .limit(limit)
                .map(node -> named(query, node))
                .toList();
    }

    private Map<List<String>, NodeSums> sums(StatisticsQuery query) {
        JsonNode meant = SearchStatistics.conditions(query);
        Map<List<String>, NodeSums> sums = new HashMap<>();
        List<Hit> runs = searches.locate(RecordType.WORKFLOW_RUNS, query.tenant(), meant, RUNS_AT_A_TIME);
        while (!runs.isEmpty()) {
            JsonNode ofRuns = Queries.of(query.tenant())
                    .in("workflow_run_id", runs.stream().map(Hit::recordId).toList())
                    .build();
            searches.groups(RecordType.NODE_EXECUTIONS, query.tenant(), ofRuns, NAMES, figures())
                    .forEachRemaining(group -> add(group, sums));
            runs = runs.size() < RUNS_AT_A_TIME
                    ? List.of()
                    : searches.locate(
                            RecordType.WORKFLOW_RUNS,
                            query.tenant(),
                            meant,
                            runs.getLast().sort(),
                            RUNS_AT_A_TIME);
        }
        return sums;
    }

    private static void add(JsonNode group, Map<List<String>, NodeSums> sums) {
        NodeSums some = NodeSums.of(group);
        sums.merge(List.of(some.app().toString(), some.nodeId()), some, NodeSums::plus);
    }

    private static JsonNode figures() {
        JsonNode failed = Json.object(
                "terms", Json.object("status", List.of(NodeStatus.FAILED.wire(), NodeStatus.EXCEPTION.wire())));
        JsonNode elapsed = Json.object("field", "elapsed_time");
        return Json.object(
                "failures", Json.object("filter", failed),
                "latest", Json.object("max", Json.object("field", "created_at")),
                "ended",
                        Json.object(
                                "filter", Json.object("term", Json.object("ended", true)),
                                "aggs",
                                        Json.object(
                                                "seconds", Json.object("sum", elapsed),
                                                "longest", Json.object("max", elapsed))));
    }

    /** With type and title of its latest execution. */
    private NodeFigures named(StatisticsQuery query, NodeSums node) {
        JsonNode latest = Queries.of(query.tenant())
                .is("app_id", node.app().toString())
                .is("node_id", node.nodeId())
                .at("created_at", node.latest())
                .build();
        List<Hit> found = searches.find(
                RecordType.NODE_EXECUTIONS,
                query.tenant(),
                latest,
                Order.NEWEST_FIRST,
                1,
                List.of("node_type", "title"));
        // It may have been removed since it was counted.
        return found.isEmpty()
                ? node.figures("", "")
                : node.figures(
                        Fields.text(found.getFirst().document(), "node_type"),
                        Fields.text(found.getFirst().document(), "title"));
    }

    /** Sums of one node. @param seconds of the executions that have ended */
    private record NodeSums(
            AppId app,
            String nodeId,
            long executions,
            long failures,
            long ended,
            double seconds,
            double longest,
            long latest) {

        static NodeSums of(JsonNode group) {
            JsonNode key = Fields.member(group, "key");
            JsonNode ended = Fields.member(group, "ended");
            return new NodeSums(
                    AppId.of(Fields.text(key, "app")),
                    Fields.text(key, "node"),
                    Fields.number(group, "doc_count"),
                    Fields.number(Fields.member(group, "failures"), "doc_count"),
                    Fields.number(ended, "doc_count"),
                    SearchStatistics.fraction(ended, "seconds"),
                    SearchStatistics.fraction(ended, "longest"),
                    Math.round(SearchStatistics.fraction(group, "latest")));
        }

        NodeSums plus(NodeSums other) {
            return new NodeSums(
                    app,
                    nodeId,
                    executions + other.executions,
                    failures + other.failures,
                    ended + other.ended,
                    seconds + other.seconds,
                    Math.max(longest, other.longest),
                    Math.max(latest, other.latest));
        }

        double average() {
            return ended == 0 ? 0 : seconds / ended;
        }

        NodeFigures figures(String nodeType, String title) {
            return new NodeFigures(app, nodeId, nodeType, title, executions, failures, average(), longest);
        }
    }
}
