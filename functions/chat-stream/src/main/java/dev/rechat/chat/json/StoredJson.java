package dev.rechat.chat.json;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Writes what the database keeps as JSON text, and reads it back. Thread-safe. */
@Singleton
public final class StoredJson {

    private final JsonMapper json;

    public StoredJson(JsonMapper json) {
        this.json = json;
    }

    public String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a value that cannot be written", impossible);
        }
    }

    /** @throws UncheckedIOException when it is no JSON: what is stored was written here, so that is damage */
    public JsonNode read(String stored) {
        try {
            return Objects.requireNonNullElseGet(json.readValue(stored, JsonNode.class), JsonNode::nullNode);
        } catch (IOException damaged) {
            throw new UncheckedIOException("stored JSON is damaged", damaged);
        }
    }

    /** A text member of a stored object; empty when there is none. */
    public static String text(JsonNode object, String member) {
        JsonNode value = object.get(member);
        return value != null && value.isString() ? value.getStringValue() : "";
    }
}
