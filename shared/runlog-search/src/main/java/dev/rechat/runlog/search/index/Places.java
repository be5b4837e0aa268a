package dev.rechat.runlog.search.index;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.search.client.Json;
import dev.rechat.runlog.search.index.Entry.Key;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where records belong: to the month of their time, unless they are there already in another one. Nearly always they are where
 * their time says or nowhere yet; the other months are asked only for those.
 */
final class Places {

    private final IndexNames names;
    private final Documents documents;

    Places(IndexNames names, Documents documents) {
        this.names = names;
        this.documents = documents;
    }

    /**
     * @param index where it is to be written
     * @param isThere whether it is in that index
     * @param strays other indices that hold it
     * @param isForeign whether another tenant has a record of this id
     */
    record Place(String index, boolean isThere, List<String> strays, boolean isForeign) {}

    Map<Key, Place> of(List<Entry> entries) {
        Map<Key, Place> places = new LinkedHashMap<>();
        Map<RecordType, Map<Tenant, List<Entry>>> unknown = new HashMap<>();
        for (Entry entry : distinct(entries, places)) {
            unknown.computeIfAbsent(entry.type(), ignored -> new HashMap<>())
                    .computeIfAbsent(entry.tenant(), ignored -> new ArrayList<>())
                    .add(entry);
        }
        unknown.forEach(
                (type, tenants) -> tenants.forEach((tenant, some) -> lookElsewhere(type, tenant, some, places)));
        return places;
    }

    /** Puts those into the map that are where their time says; the others are returned. */
    private List<Entry> distinct(List<Entry> entries, Map<Key, Place> places) {
        Map<Key, Entry> first = new LinkedHashMap<>();
        entries.forEach(entry -> first.putIfAbsent(entry.key(), entry));
        List<JsonNode> wanted = first.values().stream()
                .map(entry ->
                        Json.object("_index", index(entry), "_id", entry.documentId(), "_source", List.of("tenant_id")))
                .toList();
        Map<String, Hit> found = new HashMap<>();
        documents.get(wanted).forEach(hit -> found.put(hit.index() + "/" + hit.id(), hit));
        List<Entry> missing = new ArrayList<>();
        for (Entry entry : first.values()) {
            if (found.containsKey(index(entry) + "/" + entry.documentId()) && !moves(entry.type())) {
                places.put(entry.key(), new Place(index(entry), true, List.of(), false));
            } else {
                missing.add(entry);
            }
        }
        return missing;
    }

    private void lookElsewhere(RecordType type, Tenant tenant, List<Entry> entries, Map<Key, Place> places) {
        Set<String> own = new LinkedHashSet<>();
        entries.forEach(entry -> own.add(index(entry)));
        // Only runs may not be another tenant's: their ids are Dify's.
        String pattern = type == RecordType.WORKFLOW_RUNS ? names.pattern(type) : names.pattern(type, tenant);
        if (own.size() == 1 && !moves(type)) {
            // It was asked already, and it may be written to all the time: a refresh would cost it most.
            pattern += ",-" + own.iterator().next();
        }
        List<String> ids = entries.stream().map(Entry::documentId).toList();
        Map<String, List<Hit>> hits = documents.elsewhere(pattern, ids);
        for (Entry entry : entries) {
            places.put(entry.key(), place(entry, hits.getOrDefault(entry.documentId(), List.of())));
        }
    }

    private Place place(Entry entry, List<Hit> hits) {
        List<String> ofTenant = new ArrayList<>();
        boolean foreign = false;
        for (Hit hit : hits) {
            boolean own = entry.tenant().id().equals(Fields.textOrNull(hit.document(), "tenant_id"));
            foreign |= !own;
            if (own) {
                ofTenant.add(hit.index());
            }
        }
        if (ofTenant.isEmpty()) {
            return new Place(index(entry), false, List.of(), foreign && entry.type() == RecordType.WORKFLOW_RUNS);
        }
        if (moves(entry.type())) {
            ofTenant.remove(index(entry));
            return new Place(index(entry), false, ofTenant, false);
        }
        return new Place(ofTenant.getFirst(), true, List.of(), false);
    }

    private String index(Entry entry) {
        return names.of(entry.type(), entry.tenant(), entry.createdAt());
    }

    /** A new pause of a run takes the old one's place, and a new offload that of its execution's old one, whatever their times. */
    static boolean moves(RecordType type) {
        return type == RecordType.PAUSES || type == RecordType.OFFLOADS;
    }
}
