package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** A conversation of one end user. */
record Conversation(
        String id,
        String user,
        String name,
        ObjectNode inputs,
        String introduction,
        Instant createdAt,
        Instant updatedAt) {

    Conversation renamed(String newName) {
        return new Conversation(id, user, newName, inputs, introduction, createdAt, Instant.now());
    }

    Conversation touched() {
        return new Conversation(id, user, name, inputs, introduction, createdAt, Instant.now());
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object().put("id", id).put("name", name);
        json.set("inputs", inputs);
        return json.put("status", "normal")
                .put("introduction", introduction)
                .put("created_at", createdAt.getEpochSecond())
                .put("updated_at", updatedAt.getEpochSecond());
    }
}
