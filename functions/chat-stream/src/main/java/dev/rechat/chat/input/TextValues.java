package dev.rechat.chat.input;

import io.micronaut.json.tree.JsonNode;
import java.util.Optional;

/** Values that are text. */
final class TextValues {

    private TextValues() {}

    static Optional<JsonNode> text(Field field, JsonNode value) {
        if (!value.isString()) {
            field.problem("invalid", "must be text");
            return Optional.empty();
        }
        Integer most = field.control().maxLength();
        String text = value.getStringValue();
        // Dify counts characters, not UTF-16 units.
        if (most != null && most > 0 && text.codePointCount(0, text.length()) > most) {
            field.problem("too_long", "must have at most " + most + " characters");
        }
        return Optional.of(value);
    }

    static Optional<JsonNode> option(Field field, JsonNode value) {
        if (!value.isString() || !field.control().options().contains(value.getStringValue())) {
            field.problem("invalid", "must be one of the options");
        }
        return Optional.of(value);
    }
}
