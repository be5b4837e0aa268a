package dev.rechat.runlog.search.repository;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.search.client.Json;
import dev.rechat.runlog.search.index.Fields;
import dev.rechat.runlog.search.index.Queries;
import dev.rechat.runlog.search.index.Searches;
import dev.rechat.runlog.statistics.AverageInteraction;
import dev.rechat.runlog.statistics.DailyRuns;
import dev.rechat.runlog.statistics.DailyTerminals;
import dev.rechat.runlog.statistics.DailyTokenCost;
import dev.rechat.runlog.statistics.NodeFigures;
import dev.rechat.runlog.statistics.RunStatistics;
import dev.rechat.runlog.statistics.StatisticsQuery;
import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Figures by days. Different people are counted one by one, page by page: a server's own number of different values is an
 * estimate.
 */
final class SearchStatistics implements RunStatistics {

    private final Searches searches;
    private final NodeRanking nodes;

    SearchStatistics(Searches searches) {
        this.searches = searches;
        this.nodes = new NodeRanking(searches);
    }

    @Override
    public List<DailyRuns> dailyRuns(StatisticsQuery query) {
        List<DailyRuns> days = new ArrayList<>();
        days(query, null)
                .forEachRemaining(
                        group -> days.add(new DailyRuns(day(query, group), Fields.number(group, "doc_count"))));
        return List.copyOf(days);
    }

    @Override
    public List<DailyTokenCost> dailyTokenCost(StatisticsQuery query) {
        List<DailyTokenCost> days = new ArrayList<>();
        JsonNode sum = Json.object("tokens", Json.object("sum", Json.object("field", "total_tokens")));
        days(query, sum)
                .forEachRemaining(group ->
                        days.add(new DailyTokenCost(day(query, group), Math.round(fraction(group, "tokens")))));
        return List.copyOf(days);
    }

    @Override
    public List<DailyTerminals> dailyTerminals(StatisticsQuery query) {
        return people(query).entrySet().stream()
                .map(day -> new DailyTerminals(day.getKey(), day.getValue().people))
                .toList();
    }

    @Override
    public List<AverageInteraction> averageInteractions(StatisticsQuery query) {
        return people(query).entrySet().stream()
                .map(day -> new AverageInteraction(
                        day.getKey(),
                        BigDecimal.valueOf(day.getValue().runs)
                                .divide(BigDecimal.valueOf(day.getValue().people), 2, RoundingMode.HALF_EVEN)))
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

    private Iterator<JsonNode> days(StatisticsQuery query, @Nullable JsonNode figures) {
        return searches.groups(
                RecordType.WORKFLOW_RUNS, query.tenant(), conditions(query), Json.node(List.of(day(query))), figures);
    }

    private SortedMap<LocalDate, People> people(StatisticsQuery query) {
        JsonNode sources = Json.node(List.of(
                day(query), Json.object("person", Json.object("terms", Json.object("field", "created_by")))));
        SortedMap<LocalDate, People> days = new TreeMap<>();
        searches.groups(RecordType.WORKFLOW_RUNS, query.tenant(), conditions(query), sources, null)
                .forEachRemaining(group -> days.computeIfAbsent(day(query, group), ignored -> new People())
                        .add(Fields.number(group, "doc_count")));
        return days;
    }

    /** The runs that are meant. */
    static JsonNode conditions(StatisticsQuery query) {
        Queries conditions = Queries.of(query.tenant())
                .is("triggered_from", query.triggeredFrom().wire())
                .within("created_at", query.range());
        if (query.appId() != null) {
            conditions.is("app_id", query.appId().toString());
        }
        return conditions.build();
    }

    private static JsonNode day(StatisticsQuery query) {
        return Json.object(
                "day",
                Json.object(
                        "date_histogram",
                        Json.object(
                                "field", "created_at",
                                "calendar_interval", "1d",
                                "time_zone", query.zone().getId())));
    }

    /** A day is told by its first moment. */
    private static LocalDate day(StatisticsQuery query, JsonNode group) {
        long first = Fields.number(Fields.member(group, "key"), "day");
        return Instant.ofEpochMilli(first).atZone(query.zone()).toLocalDate();
    }

    /** A figure of a group; of no documents it is null. */
    static double fraction(JsonNode group, String name) {
        JsonNode value = Fields.member(group, name).get("value");
        return value == null || value.isNull() ? 0 : value.getDoubleValue();
    }

    private static final class People {
        private long people;
        private long runs;

        void add(long ofOne) {
            people++;
            runs += ofOne;
        }
    }
}
