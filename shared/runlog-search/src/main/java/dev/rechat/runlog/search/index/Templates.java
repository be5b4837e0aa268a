package dev.rechat.runlog.search.index;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.search.client.Json;
import dev.rechat.runlog.search.client.SearchClient;
import io.micronaut.json.tree.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sees to it that indices will be made as we want them, once in a process, before it first writes. */
final class Templates {

    /** To be raised with every change of {@link Mappings} or of the settings here; newer ones are left alone. */
    private static final int VERSION = 1;

    /** Over those that come with a server. */
    private static final int PRIORITY = 400;

    private final SearchClient client;
    private final IndexNames names;
    private volatile boolean there;

    Templates(SearchClient client, IndexNames names) {
        this.client = client;
        this.names = names;
    }

    void ensure() {
        if (there) {
            return;
        }
        Map<String, Integer> versions = versions();
        for (RecordType type : RecordType.values()) {
            String name = names.template(type);
            if (versions.getOrDefault(name, 0) < VERSION) {
                client.put("/_index_template/" + name, Map.of(), template(type));
            }
        }
        there = true;
    }

    private Map<String, Integer> versions() {
        Map<String, Integer> versions = new HashMap<>();
        client.find("/_index_template/" + names.templates()).ifPresent(found -> {
            for (JsonNode each : Fields.elements(found, "index_templates")) {
                JsonNode version = Fields.member(each, "index_template").get("version");
                versions.put(Fields.text(each, "name"), version == null ? 0 : version.getIntValue());
            }
        });
        return versions;
    }

    private JsonNode template(RecordType type) {
        return Json.object(
                "index_patterns",
                List.of(names.pattern(type)),
                "priority",
                PRIORITY,
                "version",
                VERSION,
                "template",
                Json.object(
                        "settings",
                        Json.object(
                                "number_of_shards", 1, "auto_expand_replicas", "0-1", "analysis", Mappings.analysis()),
                        "mappings",
                        Mappings.of(type)));
    }
}
