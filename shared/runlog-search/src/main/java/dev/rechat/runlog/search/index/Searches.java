package dev.rechat.runlog.search.index;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.RunLogUnavailableException;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.search.client.Json;
import dev.rechat.runlog.search.client.Refusals;
import dev.rechat.runlog.search.client.SearchClient;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Finds documents by what they hold. Sees everything that this process has written. */
public final class Searches {

    /** A search that some shards could not answer is no answer. No index at all is one: nothing was written yet. */
    private static final Map<String, String> WHOLE =
            Map.of("ignore_unavailable", "true", "allow_no_indices", "true", "allow_partial_search_results", "false");

    /** How many documents one answer brings at most; whoever wants more is given the next ones in another. */
    private static final int AT_A_TIME = 500;

    /** What a server allows when nothing is set. */
    private static final int MOST_AT_A_TIME = 10_000;

    private final SearchClient client;
    private final IndexNames names;
    private final Unrefreshed unrefreshed;

    Searches(SearchClient client, IndexNames names, Unrefreshed unrefreshed) {
        this.client = client;
        this.names = names;
        this.unrefreshed = unrefreshed;
    }

    /** @param after the sort values of the one that the first one follows */
    public List<Hit> find(
            RecordType type, Tenant tenant, JsonNode query, Order order, @Nullable List<JsonNode> after, int limit) {
        return find(type, tenant, query, order, after, limit, Json.node(true), AT_A_TIME);
    }

    /** With some of their members only. */
    public List<Hit> find(
            RecordType type, Tenant tenant, JsonNode query, Order order, int limit, List<String> members) {
        return find(type, tenant, query, order, null, limit, Json.node(members), AT_A_TIME);
    }

    /** With some of their members only, behind one. */
    public List<Hit> find(
            RecordType type,
            Tenant tenant,
            JsonNode query,
            Order order,
            @Nullable List<JsonNode> after,
            int limit,
            List<String> members) {
        return find(type, tenant, query, order, after, limit, Json.node(members), MOST_AT_A_TIME);
    }

    /** Without sources, oldest first. */
    public List<Hit> locate(RecordType type, Tenant tenant, JsonNode query, int limit) {
        return locate(type, tenant, query, null, limit);
    }

    /** Those that follow one. */
    public List<Hit> locate(RecordType type, Tenant tenant, JsonNode query, @Nullable List<JsonNode> after, int limit) {
        return find(type, tenant, query, Order.OLDEST_FIRST, after, limit, Json.node(false), MOST_AT_A_TIME);
    }

    private List<Hit> find(
            RecordType type,
            Tenant tenant,
            JsonNode query,
            Order order,
            @Nullable List<JsonNode> after,
            int limit,
            JsonNode source,
            int most) {
        List<Hit> hits = new ArrayList<>();
        List<JsonNode> last = after;
        int atATime = most;
        while (hits.size() < limit) {
            int size = Math.min(atATime, limit - hits.size());
            JsonNode body = Json.object(
                    "query",
                    query,
                    "sort",
                    order.sort(),
                    "search_after",
                    last,
                    "size",
                    size,
                    "track_total_hits",
                    false,
                    "_source",
                    source);
            List<Hit> found;
            try {
                found = hits(search(type, tenant, body));
            } catch (RunLogUnavailableException tooLarge) {
                if (!Refusals.isTooLong(tooLarge) || size == 1) {
                    throw tooLarge;
                }
                atATime = Math.max(1, size / 4);
                continue;
            }
            hits.addAll(found);
            if (found.size() < size) {
                break;
            }
            last = found.getLast().sort();
        }
        return hits;
    }

    public long count(RecordType type, Tenant tenant, JsonNode query) {
        unrefreshed.refresh(type, tenant);
        JsonNode answer = client.post(
                path(type, tenant, "_count"),
                Map.of("ignore_unavailable", "true", "allow_no_indices", "true"),
                Json.object("query", query));
        if (Fields.number(Fields.member(answer, "_shards"), "failed") > 0) {
            throw new RunLogUnavailableException("a part of the search server did not answer", null);
        }
        return Fields.number(answer, "count");
    }

    /** A search of the caller's own making. */
    public JsonNode search(RecordType type, Tenant tenant, JsonNode body) {
        unrefreshed.refresh(type, tenant);
        return whole(client.post(path(type, tenant, "_search"), WHOLE, body));
    }

    /** As it stands, without a refresh. */
    JsonNode searchPattern(String pattern, JsonNode body) {
        return whole(client.post("/" + pattern + "/_search", WHOLE, body));
    }

    public List<Hit> hits(JsonNode answer) {
        return Fields.elements(Fields.member(answer, "hits"), "hits").stream()
                .map(Hit::of)
                .toList();
    }

    /**
     * All groups of a composite aggregation, page by page: unlike the terms of several shards its figures are exact.
     *
     * @param sources what is grouped by
     * @param figures of each group; null for its number only
     */
    public Iterator<JsonNode> groups(
            RecordType type, Tenant tenant, JsonNode query, JsonNode sources, @Nullable JsonNode figures) {
        return new Groups(type, tenant, query, sources, figures);
    }

    private static JsonNode whole(JsonNode answer) {
        if (Fields.flag(answer, "timed_out") || Fields.number(Fields.member(answer, "_shards"), "failed") > 0) {
            throw new RunLogUnavailableException("a part of the search server did not answer", null);
        }
        return answer;
    }

    private String path(RecordType type, Tenant tenant, String what) {
        return "/" + names.pattern(type, tenant) + "/" + what;
    }

    private final class Groups implements Iterator<JsonNode> {

        private static final int PAGE = 10_000;

        private final RecordType type;
        private final Tenant tenant;
        private final JsonNode query;
        private final JsonNode sources;
        private final @Nullable JsonNode figures;
        private Iterator<JsonNode> page = List.<JsonNode>of().iterator();
        private @Nullable JsonNode after;
        private boolean over;

        Groups(RecordType type, Tenant tenant, JsonNode query, JsonNode sources, @Nullable JsonNode figures) {
            this.type = type;
            this.tenant = tenant;
            this.query = query;
            this.sources = sources;
            this.figures = figures;
        }

        @Override
        public boolean hasNext() {
            if (!page.hasNext() && !over) {
                next(Json.object("size", PAGE, "sources", sources, "after", after));
            }
            return page.hasNext();
        }

        private void next(JsonNode composite) {
            JsonNode body = Json.object(
                    "size",
                    0,
                    "track_total_hits",
                    false,
                    "query",
                    query,
                    "aggs",
                    Json.object("groups", Json.object("composite", composite, "aggs", figures)));
            JsonNode aggregations = search(type, tenant, body).get("aggregations");
            if (aggregations == null) {
                // There is no index.
                over = true;
                return;
            }
            JsonNode groups = Fields.member(aggregations, "groups");
            List<JsonNode> buckets = Fields.elements(groups, "buckets");
            after = groups.get("after_key");
            over = buckets.size() < PAGE || after == null;
            page = buckets.iterator();
        }

        @Override
        public JsonNode next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.next();
        }
    }
}
