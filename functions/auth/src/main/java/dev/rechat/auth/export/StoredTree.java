package dev.rechat.auth.export;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** JSON that we stored as text. */
@Singleton
final class StoredTree {

    private final JsonMapper json;

    StoredTree(JsonMapper json) {
        this.json = json;
    }

    JsonNode of(String text) {
        try {
            return Objects.requireNonNullElseGet(json.readValue(text, JsonNode.class), JsonNode::nullNode);
        } catch (IOException notOurs) {
            throw new UncheckedIOException("stored text that is not JSON", notOurs);
        }
    }
}
