package dev.rechat.runlog.search.index;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.RejectedRecordException;
import dev.rechat.runlog.RunLogUnavailableException;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.search.client.Json;
import dev.rechat.runlog.search.client.SearchClient;
import dev.rechat.runlog.search.index.Entry.Key;
import dev.rechat.runlog.search.index.Places.Place;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes and removes documents. */
public final class Writes {

    private final SearchClient client;
    private final IndexNames names;
    private final Templates templates;
    private final Places places;
    private final Bulk bulk;
    private final Unrefreshed unrefreshed;

    Writes(SearchClient client, IndexNames names, Documents documents, Unrefreshed unrefreshed) {
        this.client = client;
        this.names = names;
        this.templates = new Templates(client, names);
        this.places = new Places(names, documents);
        this.bulk = new Bulk(client);
        this.unrefreshed = unrefreshed;
    }

    /**
     * Writes records, each once, whatever month it is said to be of.
     *
     * @param keepEnded what has ended is not made anything else
     * @param atOnce whether everybody finds them when this returns
     * @throws IllegalArgumentException when a run is another tenant's
     * @throws RejectedRecordException when some are refused for good; all others are written
     */
    public void write(List<Entry> entries, boolean keepEnded, boolean atOnce) {
        if (entries.isEmpty()) {
            return;
        }
        templates.ensure();
        Map<Key, Place> where = places.of(entries);
        List<String> foreign = new ArrayList<>();
        List<Operation> operations = new ArrayList<>();
        Map<Operation, Entry> created = new IdentityHashMap<>();
        for (Entry entry : entries) {
            Place place = where.get(entry.key());
            if (place == null || place.isForeign()) {
                foreign.add(entry.name());
                continue;
            }
            place.strays().forEach(index -> operations.add(Operation.delete(index, entry.documentId())));
            Operation operation = operation(entry, place, keepEnded);
            operations.add(operation);
            created.put(operation, entry);
        }
        Bulk.Outcome outcome = bulk.send(operations);
        settle(outcome, created, keepEnded);
        done(outcome, atOnce);
        if (!foreign.isEmpty()) {
            throw new IllegalArgumentException("of another tenant: " + String.join(", ", foreign));
        }
    }

    private static Operation operation(Entry entry, Place place, boolean keepEnded) {
        if (Places.moves(entry.type())) {
            return Operation.replace(entry, place.index());
        }
        boolean once = entry.type() == RecordType.APP_LOGS;
        return place.isThere() && !once
                ? Operation.update(entry, place.index(), keepEnded)
                : Operation.create(entry, place.index(), once);
    }

    /** Those that came while we looked, or that are twice in the same batch: now they are there. */
    private void settle(Bulk.Outcome outcome, Map<Operation, Entry> created, boolean keepEnded) {
        if (outcome.overtaken.isEmpty()) {
            return;
        }
        List<Operation> updates = outcome.overtaken.stream()
                .map(operation -> Operation.update(entryOf(operation, created), operation.index(), keepEnded))
                .toList();
        Bulk.Outcome second = bulk.send(updates);
        outcome.taken.addAll(second.taken);
        outcome.refused.addAll(second.refused);
        outcome.failure = outcome.failure == null ? second.failure : outcome.failure;
    }

    private static Entry entryOf(Operation operation, Map<Operation, Entry> created) {
        Entry entry = created.get(operation);
        if (entry == null) {
            throw new IllegalStateException("not an operation of ours");
        }
        return entry;
    }

    /** Replaces exactly what was read. @return whether it was still so */
    public boolean replace(Hit hit, Hit.Version version, JsonNode document) {
        Bulk.Outcome outcome = bulk.send(List.of(Operation.replaceVersion(hit, version, document)));
        done(outcome, false);
        return outcome.overtaken.isEmpty();
    }

    /** Removes documents that were found. @return how many were still there */
    public long remove(List<Hit> hits) {
        if (hits.isEmpty()) {
            return 0;
        }
        Bulk.Outcome outcome = bulk.send(hits.stream()
                .map(hit -> Operation.delete(hit.index(), hit.id()))
                .toList());
        done(outcome, false);
        return outcome.deleted;
    }

    /** Removes what a query finds, so many at most. @return how many that were */
    public long remove(RecordType type, Tenant tenant, JsonNode query, int most) {
        unrefreshed.refresh(type, tenant);
        JsonNode answer = client.post(
                "/" + names.pattern(type, tenant) + "/_delete_by_query",
                Map.of(
                        "conflicts", "proceed",
                        "refresh", "true",
                        "max_docs", Integer.toString(most),
                        "scroll_size", Integer.toString(Math.min(most, 1_000)),
                        "ignore_unavailable", "true",
                        "allow_no_indices", "true"),
                Json.object("query", query));
        if (Fields.flag(answer, "timed_out")
                || !Fields.elements(answer, "failures").isEmpty()) {
            throw new RunLogUnavailableException("the search server removed only a part", null);
        }
        return Fields.number(answer, "deleted");
    }

    private void done(Bulk.Outcome outcome, boolean atOnce) {
        Set<String> written = outcome.taken.stream().map(Operation::index).collect(Collectors.toUnmodifiableSet());
        unrefreshed.add(written);
        if (atOnce && !written.isEmpty()) {
            unrefreshed.refresh(written);
        }
        if (outcome.failure != null) {
            throw outcome.failure;
        }
        if (!outcome.refused.isEmpty()) {
            throw new RejectedRecordException("refused: " + String.join(", ", outcome.refused), null);
        }
    }
}
