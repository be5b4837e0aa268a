package dev.rechat.runlog.search.repository;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.RunLogUnavailableException;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.search.client.Json;
import dev.rechat.runlog.search.index.Fields;
import dev.rechat.runlog.search.index.Queries;
import dev.rechat.runlog.search.index.SearchIndices;
import dev.rechat.runlog.store.StoreName;
import dev.rechat.runlog.store.StoreReport;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the server is. Numbers are exact. */
public final class Reports {

    private static final JsonNode TIME = Json.object("field", "created_at");

    private final SearchIndices indices;

    public Reports(SearchIndices indices) {
        this.indices = indices;
    }

    public StoreReport of(Tenant tenant) {
        String product = null;
        try {
            product = indices.catalog().product();
            List<StoreReport.Kind> kinds = new ArrayList<>();
            for (RecordType type : RecordType.values()) {
                kinds.add(kind(type, tenant));
            }
            String problem = indices.catalog().isBlocked()
                    ? "the server takes no writes: its disk was nearly full (index.blocks.read_only_allow_delete)"
                    : null;
            return new StoreReport(StoreName.ELASTICSEARCH, true, problem, product, kinds);
        } catch (RunLogUnavailableException failure) {
            return new StoreReport(StoreName.ELASTICSEARCH, product != null, failure.getMessage(), product, List.of());
        }
    }

    private StoreReport.Kind kind(RecordType type, Tenant tenant) {
        JsonNode body = Json.object(
                "size",
                0,
                "track_total_hits",
                true,
                "query",
                Queries.of(tenant).build(),
                "aggs",
                Json.object(
                        "oldest", Json.object("min", TIME),
                        "newest", Json.object("max", TIME)));
        JsonNode answer = indices.searches().search(type, tenant, body);
        JsonNode total = Fields.member(Fields.member(answer, "hits"), "total");
        JsonNode times = answer.get("aggregations");
        return new StoreReport.Kind(
                type,
                Fields.number(total, "value"),
                true,
                indices.catalog().bytes(type),
                time(times, "oldest"),
                time(times, "newest"));
    }

    private static @Nullable Instant time(@Nullable JsonNode times, String name) {
        JsonNode value = times == null ? null : Fields.member(times, name).get("value");
        return value == null || value.isNull() ? null : Instant.ofEpochMilli((long) value.getDoubleValue());
    }
}
