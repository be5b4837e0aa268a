package dev.rechat.dify;

import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads single fields of Dify's JSON; missing, null and of the wrong kind are the same. */
final class Fields {

    private Fields() {}

    static @Nullable String text(JsonNode object, String name) {
        JsonNode value = object.get(name);
        if (value == null) {
            return null;
        }
        if (value.isString()) {
            return value.getStringValue();
        }
        return value.isNumber() ? value.getNumberValue().toString() : null;
    }

    static String textOrEmpty(JsonNode object, String name) {
        String text = text(object, name);
        return text == null ? "" : text;
    }

    static List<String> texts(JsonNode object, String name) {
        JsonNode array = object.get(name);
        if (array == null || !array.isArray()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>(array.size());
        for (JsonNode value : array.values()) {
            if (value.isString()) {
                texts.add(value.getStringValue());
            }
        }
        return texts;
    }

    static @Nullable Integer integer(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value != null && value.isNumber() ? (Integer) value.getIntValue() : null;
    }

    static @Nullable Instant instant(JsonNode object, String name) {
        JsonNode value = object.get(name);
        if (value == null || !value.isNumber()) {
            return null;
        }
        BigDecimal seconds = value.getBigDecimalValue();
        return Instant.ofEpochMilli(seconds.movePointRight(3).longValue());
    }

    /** The object of that name, an empty one when there is none. */
    static JsonNode object(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? DifyRequest.noInputs() : value;
    }

    /** The ids around an event or an answer. */
    static DifyEvent.Context context(JsonNode node) {
        return new DifyEvent.Context(
                text(node, "conversation_id"),
                text(node, "message_id"),
                text(node, "task_id"),
                text(node, "workflow_run_id"),
                instant(node, "created_at"));
    }
}
