package dev.rechat.runlog.search.index;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.search.client.SearchClient;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which indices there are. */
public final class Catalog {

    private static final Map<String, String> IF_ANY = Map.of("ignore_unavailable", "true", "allow_no_indices", "true");

    private final SearchClient client;
    private final IndexNames names;

    Catalog(SearchClient client, IndexNames names) {
        this.client = client;
        this.names = names;
    }

    /** A tenant's indices by their months. */
    public SortedMap<YearMonth, String> months(RecordType type, Tenant tenant) {
        SortedMap<YearMonth, String> months = new TreeMap<>();
        JsonNode found = client.get("/_resolve/index/" + names.pattern(type, tenant), Map.of());
        for (JsonNode each : Fields.elements(found, "indices")) {
            String index = Fields.text(each, "name");
            names.month(type, tenant, index).ifPresent(month -> months.put(month, index));
        }
        return months;
    }

    /** Those that hold nothing from a time on. */
    public SortedMap<YearMonth, String> monthsBefore(RecordType type, Tenant tenant, Instant time) {
        return months(type, tenant).headMap(YearMonth.from(time.atZone(ZoneOffset.UTC)));
    }

    /** Removes whole indices; one that is gone already is no failure. */
    public void drop(Collection<String> indices) {
        if (!indices.isEmpty()) {
            client.delete("/" + String.join(",", indices), Map.of("ignore_unavailable", "true"));
        }
    }

    /** What all tenants' records of a kind take on disk, copies included; null where the server does not tell. */
    public @Nullable Long bytes(RecordType type) {
        JsonNode answer =
                client.find("/" + names.pattern(type) + "/_stats/store").orElse(null);
        if (answer == null) {
            return null;
        }
        JsonNode total = Fields.member(Fields.member(answer, "_all"), "total").get("store");
        return total == null ? 0L : Fields.number(total, "size_in_bytes");
    }

    /** Whether the server takes no writes for want of disk. */
    public boolean isBlocked() {
        JsonNode settings = client.get("/" + names.templates() + "/_settings/index.blocks.*", IF_ANY);
        for (JsonNode index : settings.values()) {
            JsonNode blocks = Fields.member(index, "settings").get("index");
            JsonNode block = blocks == null ? null : blocks.get("blocks");
            if (block != null && "true".equals(Fields.textOrNull(block, "read_only_allow_delete"))) {
                return true;
            }
        }
        return false;
    }

    /** The product's name and version. */
    public String product() {
        JsonNode version = Fields.member(client.get("/", Map.of()), "version");
        String distribution = Fields.textOrNull(version, "distribution");
        String product = "opensearch".equals(distribution) ? "OpenSearch " : "Elasticsearch ";
        return product + Fields.text(version, "number");
    }
}
