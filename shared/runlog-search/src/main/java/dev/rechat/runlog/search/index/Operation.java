package dev.rechat.runlog.search.index;

import dev.rechat.runlog.search.client.Json;
import io.micronaut.json.tree.JsonNode;
import java.util.List;

/**
 * One part of a bulk request.
 *
 * @param name what is told of the record when it is refused
 * @param lines as the server wants them
 */
record Operation(Kind kind, String name, String index, List<JsonNode> lines) {

    /** What a server's answer to it means depends on this. */
    enum Kind {
        /** Of a record that is not there yet; one that came in between is updated. */
        CREATE,
        /** Of a record that never changes. */
        CREATE_ONCE,
        UPDATE,
        REPLACE,
        /** Only what was read before. */
        REPLACE_VERSION,
        DELETE
    }

    /**
     * A record keeps the time at which it was first said to have begun. Where that is wanted, what has ended stays so, whatever a
     * late copy says.
     */
    private static final String KEEP = """
            def first = ctx._source.created_at; \
            if (first != null && params.keep && ctx._source.ended == true && params.doc.ended != true) { ctx.op = 'none' } \
            else { ctx._source.clear(); ctx._source.putAll(params.doc); \
            if (first != null) { ctx._source.created_at = first } }""";

    static Operation create(Entry entry, String index, boolean once) {
        return new Operation(
                once ? Kind.CREATE_ONCE : Kind.CREATE,
                entry.name(),
                index,
                List.of(action("create", index, entry.documentId()), entry.document()));
    }

    static Operation update(Entry entry, String index, boolean keepEnded) {
        JsonNode script = Json.object(
                "lang", "painless", "source", KEEP, "params", Json.object("doc", entry.document(), "keep", keepEnded));
        JsonNode action =
                Json.object("update", Json.object("_index", index, "_id", entry.documentId(), "retry_on_conflict", 5));
        return new Operation(
                Kind.UPDATE,
                entry.name(),
                index,
                List.of(action, Json.object("scripted_upsert", true, "upsert", Json.object(), "script", script)));
    }

    static Operation replace(Entry entry, String index) {
        return new Operation(
                Kind.REPLACE,
                entry.name(),
                index,
                List.of(action("index", index, entry.documentId()), entry.document()));
    }

    static Operation replaceVersion(Hit hit, Hit.Version version, JsonNode document) {
        JsonNode action = Json.object(
                "index",
                Json.object(
                        "_index", hit.index(),
                        "_id", hit.id(),
                        "if_seq_no", version.sequence(),
                        "if_primary_term", version.term()));
        return new Operation(Kind.REPLACE_VERSION, hit.id(), hit.index(), List.of(action, document));
    }

    static Operation delete(String index, String documentId) {
        return new Operation(Kind.DELETE, documentId, index, List.of(action("delete", index, documentId)));
    }

    private static JsonNode action(String what, String index, String documentId) {
        return Json.object(what, Json.object("_index", index, "_id", documentId));
    }
}
