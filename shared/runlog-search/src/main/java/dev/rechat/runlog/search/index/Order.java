package dev.rechat.runlog.search.index;

import dev.rechat.runlog.RecordKey;
import dev.rechat.runlog.search.client.Json;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In which order documents are wanted. @param sort as the server wants it */
public record Order(JsonNode sort) {

    public static final Order OLDEST_FIRST = by("created_at", "asc", "id", "asc");
    public static final Order NEWEST_FIRST = by("created_at", "desc", "id", "desc");

    /** @param fieldsAndDirections in turn */
    public static Order by(String... fieldsAndDirections) {
        List<JsonNode> parts = new java.util.ArrayList<>();
        for (int at = 0; at < fieldsAndDirections.length; at += 2) {
            parts.add(Json.object(fieldsAndDirections[at], Json.object("order", fieldsAndDirections[at + 1])));
        }
        return new Order(Json.node(parts));
    }

    /** Where a record stands in the two orders by time; what was found begins behind it. */
    public static @Nullable List<JsonNode> after(@Nullable RecordKey key) {
        return key == null ? null : List.of(Json.node(key.createdAt().toEpochMilli()), Json.node(key.id()));
    }
}
