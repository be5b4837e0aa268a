package dev.rechat.runlog.search.index;

import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.search.client.Json;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions of a query. All of them must hold, and the tenant's is always among them. */
public final class Queries {

    private final List<JsonNode> filters = new ArrayList<>();

    private Queries() {}

    public static Queries of(Tenant tenant) {
        return new Queries().is("tenant_id", tenant.id());
    }

    public Queries is(String field, String value) {
        filters.add(Json.object("term", Json.object(field, value)));
        return this;
    }

    public Queries is(String field, boolean value) {
        filters.add(Json.object("term", Json.object(field, value)));
        return this;
    }

    /** Any of them; without any, none is found. */
    public Queries in(String field, Collection<String> values) {
        filters.add(Json.object("terms", Json.object(field, values)));
        return this;
    }

    public Queries isNot(String field, String value) {
        filters.add(Json.object(
                "bool", Json.object("must_not", List.of(Json.object("term", Json.object(field, value))))));
        return this;
    }

    public Queries within(String field, TimeRange range) {
        if (range.start() != null || range.end() != null) {
            filters.add(range(field, range.start(), range.end()));
        }
        return this;
    }

    /** At a moment, in milliseconds. */
    public Queries at(String field, long moment) {
        String time = Instant.ofEpochMilli(moment).toString();
        filters.add(Json.object("range", Json.object(field, Json.object("gte", time, "lte", time))));
        return this;
    }

    public Queries documents(Collection<String> ids) {
        filters.add(Json.object("ids", Json.object("values", ids)));
        return this;
    }

    public Queries any(List<JsonNode> conditions) {
        filters.add(Json.object("bool", Json.object("should", conditions, "minimum_should_match", 1)));
        return this;
    }

    public Queries allWords(String field, String words) {
        filters.add(Json.object("match", Json.object(field, Json.object("query", words, "operator", "and"))));
        return this;
    }

    public static JsonNode range(String field, @Nullable Instant start, @Nullable Instant end) {
        return Json.object(
                "range",
                Json.object(
                        field,
                        Json.object(
                                "gte",
                                start == null ? null : start.toString(),
                                "lt",
                                end == null ? null : end.toString())));
    }

    public JsonNode build() {
        return Json.object("bool", Json.object("filter", filters));
    }
}
