package dev.rechat.runlog.search.index;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.RunLogUnavailableException;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.search.client.Json;
import dev.rechat.runlog.search.client.Refusals;
import dev.rechat.runlog.search.client.SearchClient;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds documents by their ids, as they are this moment, whoever wrote them. */
public final class Documents {

    /** So many that each month is asked for each of them; for more, a search after a refresh is less work. */
    private static final int FEW = 20;

    private static final int AT_A_TIME = 500;
    private static final String NO_SHARD_YET = "no_shard_available_action_exception";
    private static final JsonNode TENANT = Json.array("tenant_id");

    private final SearchClient client;
    private final IndexNames names;
    private final Catalog catalog;
    private final Searches searches;
    private final Unrefreshed unrefreshed;

    Documents(SearchClient client, IndexNames names, Catalog catalog, Searches searches, Unrefreshed unrefreshed) {
        this.client = client;
        this.names = names;
        this.catalog = catalog;
        this.searches = searches;
        this.unrefreshed = unrefreshed;
    }

    public Optional<Hit> find(RecordType type, Tenant tenant, String id) {
        return few(type, tenant, List.of(id), Json.node(true)).stream().findFirst();
    }

    public List<Hit> find(RecordType type, Tenant tenant, Collection<String> ids) {
        return find(type, tenant, ids, true);
    }

    /** Where they are, without what they hold. */
    public List<Hit> locate(RecordType type, Tenant tenant, Collection<String> ids) {
        return find(type, tenant, ids, false);
    }

    private List<Hit> find(RecordType type, Tenant tenant, Collection<String> ids, boolean whole) {
        List<String> wanted = ids.stream().distinct().toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        if (wanted.size() <= FEW) {
            return few(type, tenant, wanted, whole ? Json.node(true) : TENANT);
        }
        unrefreshed.refresh(names.pattern(type, tenant));
        List<Hit> found = new ArrayList<>();
        for (int from = 0; from < wanted.size(); from += AT_A_TIME) {
            List<String> some = wanted.subList(from, Math.min(wanted.size(), from + AT_A_TIME)).stream()
                    .map(DocumentIds::of)
                    .toList();
            JsonNode query = Queries.of(tenant).documents(some).build();
            found.addAll(
                    whole
                            ? searches.find(type, tenant, query, Order.OLDEST_FIRST, null, some.size())
                            : searches.locate(type, tenant, query, some.size()));
        }
        return found;
    }

    private List<Hit> few(RecordType type, Tenant tenant, List<String> ids, JsonNode source) {
        List<JsonNode> wanted = new ArrayList<>();
        for (String index : catalog.months(type, tenant).sequencedValues().reversed()) {
            for (String id : ids) {
                wanted.add(Json.object("_index", index, "_id", DocumentIds.of(id), "_source", source));
            }
        }
        return get(wanted).stream()
                .filter(hit -> tenant.id().equals(Fields.textOrNull(hit.document(), "tenant_id")))
                .toList();
    }

    /** What found documents hold; one that has gone meanwhile is left out. */
    public List<Hit> load(List<Hit> located) {
        return get(located.stream()
                .map(hit -> Json.object("_index", hit.index(), "_id", hit.id()))
                .toList());
    }

    /** Those that are there of documents that are named with their index. */
    List<Hit> get(List<JsonNode> wanted) {
        List<Hit> found = new ArrayList<>();
        int atATime = AT_A_TIME;
        int from = 0;
        while (from < wanted.size()) {
            List<JsonNode> some = wanted.subList(from, Math.min(wanted.size(), from + atATime));
            try {
                looked(Json.node(some)).stream()
                        .filter(Documents::isThere)
                        .map(Hit::of)
                        .forEach(found::add);
                from += some.size();
            } catch (RunLogUnavailableException tooLarge) {
                if (!Refusals.isTooLong(tooLarge) || some.size() == 1) {
                    throw tooLarge;
                }
                atATime = Math.max(1, some.size() / 4);
            }
        }
        return found;
    }

    /** Asked again while another process is just making the index: for a moment it is there, and its shard is not. */
    private List<JsonNode> looked(JsonNode some) {
        for (int attempt = 1; ; attempt++) {
            List<JsonNode> docs = Fields.elements(client.post("/_mget", Map.of(), Json.object("docs", some)), "docs");
            boolean early = docs.stream().anyMatch(each -> NO_SHARD_YET.equals(failure(each)));
            if (!early || !client.pauseBefore(attempt)) {
                return docs;
            }
        }
    }

    private static boolean isThere(JsonNode document) {
        String failure = failure(document);
        if (failure == null) {
            return Fields.flag(document, "found");
        }
        if (failure.equals("index_not_found_exception")) {
            return false;
        }
        throw new RunLogUnavailableException("the search server could not look up a document: " + failure, null);
    }

    /** What kind of one it was; null for none. */
    private static @Nullable String failure(JsonNode document) {
        @Nullable JsonNode error = document.get("error");
        if (error == null) {
            return null;
        }
        String type = Fields.textOrNull(error, "type");
        return type == null ? "unknown" : type;
    }

    /** Where documents stand outside one index, for all tenants or one, by their ids. */
    Map<String, List<Hit>> elsewhere(String pattern, List<String> ids) {
        Map<String, List<Hit>> found = new LinkedHashMap<>();
        unrefreshed.refresh(pattern);
        for (int from = 0; from < ids.size(); from += AT_A_TIME) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + AT_A_TIME));
            JsonNode body = Json.object(
                    "query", Json.object("ids", Json.object("values", some)),
                    "size", 10_000,
                    "_source", List.of("tenant_id"));
            for (Hit hit : searches.hits(searches.searchPattern(pattern, body))) {
                found.computeIfAbsent(hit.id(), ignored -> new ArrayList<>()).add(hit);
            }
        }
        return found;
    }
}
