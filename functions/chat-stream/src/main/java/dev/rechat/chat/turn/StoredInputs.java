package dev.rechat.chat.turn;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Inputs as the text that a conversation keeps: chatflows want them again with every question. */
@Singleton
final class StoredInputs {

    private final JsonMapper json;

    StoredInputs(JsonMapper json) {
        this.json = json;
    }

    String write(JsonNode inputs) {
        try {
            return json.writeValueAsString(inputs);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a JSON tree that cannot be written", impossible);
        }
    }

    JsonNode read(String stored) {
        try {
            return json.readValue(stored, JsonNode.class);
        } catch (IOException damaged) {
            throw new UncheckedIOException("stored inputs are damaged", damaged);
        }
    }
}
