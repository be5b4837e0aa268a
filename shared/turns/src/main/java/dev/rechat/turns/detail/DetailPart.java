package dev.rechat.turns.detail;

import dev.rechat.kernel.id.TurnId;
import io.micronaut.json.tree.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was told: the fields of its event and the event's name as {@code type}. A node has a type of its own, which
 * stands in {@code node_type}; an open form has the turn that waits for it in {@code turn_id}.
 */
record DetailPart(Map<String, JsonNode> fields) {

    private static final String TYPE = "type";
    private static final String NODE = "node";
    private static final String NODE_TYPE = "node_type";
    private static final String TURN = "turn_id";

    static DetailPart stored(JsonNode part) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        part.entries().forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
        return new DetailPart(fields);
    }

    static DetailPart told(String event, JsonNode data, TurnId turn) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        fields.put(TYPE, JsonNode.createStringNode(event));
        data.entries()
                .forEach(entry -> fields.put(
                        event.equals(NODE) && entry.getKey().equals(TYPE) ? NODE_TYPE : entry.getKey(),
                        entry.getValue()));
        DetailPart part = new DetailPart(fields);
        if (event.equals("form") && part.text("state").equals("open")) {
            fields.put(TURN, JsonNode.createStringNode(turn.toString()));
        }
        return part;
    }

    /** The same thing told again has the same. */
    String key() {
        return switch (type()) {
            case "thought", "tool", NODE -> type() + " " + text("id");
            case "form" -> "form " + text("form_id");
            case "notice" -> "notice " + text("code");
            default -> type() + " " + fields;
        };
    }

    /** As it is to be kept now that it was told before. */
    DetailPart after(DetailPart before) {
        JsonNode turn = before.fields.get(TURN);
        if (turn == null || fields.containsKey(TURN)) {
            return this;
        }
        return with(TURN, turn);
    }

    String type() {
        return text(TYPE);
    }

    String text(String field) {
        JsonNode value = fields.get(field);
        return value != null && value.isString() ? value.getStringValue() : "";
    }

    DetailPart with(String field, JsonNode value) {
        Map<String, JsonNode> changed = new LinkedHashMap<>(fields);
        changed.put(field, value);
        return new DetailPart(changed);
    }

    DetailPart without(String field) {
        Map<String, JsonNode> changed = new LinkedHashMap<>(fields);
        changed.remove(field);
        return new DetailPart(changed);
    }

    @Nullable
    JsonNode field(String name) {
        return fields.get(name);
    }

    JsonNode toJson() {
        return JsonNode.createObjectNode(fields);
    }
}
