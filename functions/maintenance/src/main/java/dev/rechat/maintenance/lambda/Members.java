package dev.rechat.maintenance.lambda;

import io.micronaut.json.tree.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of an object, each of which somebody must ask for: one that was mistyped must not be passed over. */
final class Members {

    private final JsonNode object;
    private final Set<String> asked = new HashSet<>();

    Members(JsonNode object) {
        this.object = object;
    }

    @Nullable
    String text(String name) {
        JsonNode value = get(name);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            throw new IllegalArgumentException(name + " must be a text");
        }
        return value.getStringValue();
    }

    /** One text, or a list of them. */
    List<String> texts(String name) {
        JsonNode value = get(name);
        List<String> texts = new ArrayList<>();
        if (value != null) {
            Iterable<JsonNode> all = value.isArray() ? value.values() : List.of(value);
            for (JsonNode each : all) {
                if (!each.isString()) {
                    throw new IllegalArgumentException(name + " must be a text or a list of texts");
                }
                texts.add(each.getStringValue());
            }
        }
        return texts;
    }

    int number(String name, int otherwise) {
        JsonNode value = get(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isNumber() || value.getDoubleValue() != value.getIntValue()) {
            throw new IllegalArgumentException(name + " must be a whole number");
        }
        return value.getIntValue();
    }

    boolean flag(String name) {
        JsonNode value = get(name);
        if (value != null && !value.isBoolean()) {
            throw new IllegalArgumentException(name + " must be true or false");
        }
        return value != null && value.getBooleanValue();
    }

    @Nullable
    LocalDate day(String name) {
        String text = text(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new IllegalArgumentException(name + " must be a day such as 2026-03-31", malformed);
        }
    }

    void nothingElse() {
        for (var member : object.entries()) {
            if (!asked.contains(member.getKey())) {
                throw new IllegalArgumentException("runlog has a member that this command does not know");
            }
        }
    }

    private @Nullable JsonNode get(String name) {
        asked.add(name);
        return object.get(name);
    }
}
