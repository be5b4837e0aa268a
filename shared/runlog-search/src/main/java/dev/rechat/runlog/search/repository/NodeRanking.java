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
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** Which nodes fail and which take long: of runs, not of single steps. */
final class NodeRanking {

    private static final int MOST = 100;

    private static final Comparator<NodeFigures> BY_NAME = Comparator.comparing(
                    (NodeFigures node) -> node.appId().toString())
            .thenComparing(NodeFigures::nodeId);

    private final Searches searches;

    NodeRanking(Searches searches) {
        this.searches = searches;
    }

    List<NodeFigures> failing(StatisticsQuery query, int limit) {
        return best(
                query,
                limit,
                node -> node.failures() > 0,
                Comparator.comparingLong(NodeFigures::failures).reversed());
    }

    List<NodeFigures> slowest(StatisticsQuery query, int limit) {
        return best(
                query,
                limit,
                node -> node.longestSeconds() > 0,
                Comparator.comparingDouble(NodeFigures::averageSeconds).reversed());
    }

    private List<NodeFigures> best(
            StatisticsQuery query, int limit, Predicate<NodeFigures> which, Comparator<NodeFigures> first) {
        Limits.check(limit, MOST);
        JsonNode sources = Json.array(
                Json.object("app", Json.object("terms", Json.object("field", "app_id"))),
                Json.object("node", Json.object("terms", Json.object("field", "node_id"))));
        Iterator<JsonNode> groups = searches.groups(
                RecordType.NODE_EXECUTIONS, query.tenant(), conditions(query).build(), sources, figures());
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(groups, Spliterator.ORDERED), false)
                .map(NodeRanking::unnamed)
                .filter(which)
                .sorted(first.thenComparing(BY_NAME))
                .limit(limit)
                .map(node -> named(query, node))
                .toList();
    }

    private static JsonNode figures() {
        JsonNode failed = Json.object(
                "terms",
                Json.object("status", List.of(NodeStatus.FAILED.wire(), NodeStatus.EXCEPTION.wire())));
        JsonNode elapsed = Json.object("field", "elapsed_time");
        return Json.object(
                "failures", Json.object("filter", failed),
                "ended",
                        Json.object(
                                "filter", Json.object("term", Json.object("ended", true)),
                                "aggs",
                                        Json.object(
                                                "average", Json.object("avg", elapsed),
                                                "longest", Json.object("max", elapsed))));
    }

    private static NodeFigures unnamed(JsonNode group) {
        JsonNode key = Fields.member(group, "key");
        JsonNode ended = Fields.member(group, "ended");
        return new NodeFigures(
                AppId.of(Fields.text(key, "app")),
                Fields.text(key, "node"),
                "",
                "",
                Fields.number(group, "doc_count"),
                Fields.number(Fields.member(group, "failures"), "doc_count"),
                fraction(Fields.member(ended, "average")),
                fraction(Fields.member(ended, "longest")));
    }

    /** With type and title of its latest execution. */
    private NodeFigures named(StatisticsQuery query, NodeFigures node) {
        JsonNode same = conditions(query)
                .is("app_id", node.appId().toString())
                .is("node_id", node.nodeId())
                .build();
        List<Hit> latest = searches.find(
                RecordType.NODE_EXECUTIONS,
                query.tenant(),
                same,
                Order.NEWEST_FIRST,
                1,
                List.of("node_type", "title"));
        if (latest.isEmpty()) {
            return node;
        }
        JsonNode document = latest.getFirst().document();
        return new NodeFigures(
                node.appId(),
                node.nodeId(),
                Fields.text(document, "node_type"),
                Fields.text(document, "title"),
                node.executions(),
                node.failures(),
                node.averageSeconds(),
                node.longestSeconds());
    }

    private static Queries conditions(StatisticsQuery query) {
        Queries conditions = Queries.of(query.tenant())
                .is("triggered_from", "workflow-run")
                .within("created_at", query.range());
        if (query.appId() != null) {
            conditions.is("app_id", query.appId().toString());
        }
        return conditions;
    }

    /** Of no documents it is null. */
    static double fraction(JsonNode figure) {
        JsonNode value = figure.get("value");
        return value == null || value.isNull() ? 0 : value.getDoubleValue();
    }
}
