package dev.rechat.runlog.search.index;

import io.micronaut.json.tree.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document that was found.
 *
 * @param id of the document
 * @param source null where it was not asked for
 * @param sort where it stands in the order that was asked for; empty by id
 * @param version what a write must tell that is to replace exactly this; null in searches
 */
public record Hit(
        String index,
        String id,
        @Nullable JsonNode source,
        List<JsonNode> sort,
        @Nullable Version version) {

    public Hit {
        sort = List.copyOf(sort);
    }

    /** The server's count of writes. */
    public record Version(long sequence, long term) {}

    static Hit of(JsonNode node) {
        JsonNode sequence = node.get("_seq_no");
        return new Hit(
                Fields.text(node, "_index"),
                Fields.text(node, "_id"),
                node.get("_source"),
                node.get("sort") == null ? List.of() : Fields.elements(node, "sort"),
                sequence == null ? null : new Version(sequence.getLongValue(), Fields.number(node, "_primary_term")));
    }

    /** The record's id, where the last thing that it was sorted by is that. */
    public String recordId() {
        return sort.getLast().getStringValue();
    }

    /** @throws dev.rechat.runlog.RunLogUnavailableException when it has none */
    public JsonNode document() {
        if (source == null) {
            throw new dev.rechat.runlog.RunLogUnavailableException("the search server's answer lacks _source", null);
        }
        return source;
    }
}
