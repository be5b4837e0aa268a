package dev.rechat.chat.openai.request;

import dev.rechat.kernel.error.ValidationException;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a message says: a text, or parts of which some are no text. */
record MessageContent(String text, List<Part> parts) {

    private static final MessageContent NONE = new MessageContent("", List.of());

    static MessageContent of(@Nullable JsonNode content, String field) {
        if (content == null || content.isNull()) {
            return NONE;
        }
        if (content.isString()) {
            return new MessageContent(content.getStringValue(), List.of());
        }
        if (!content.isArray()) {
            throw new ValidationException(field, "invalid", "must be text or a list of parts");
        }
        List<String> texts = new ArrayList<>();
        List<Part> others = new ArrayList<>();
        int number = 0;
        for (JsonNode part : content.values()) {
            String at = field + "[" + number++ + "]";
            switch (type(part)) {
                case "text", "refusal" -> texts.add(member(part, type(part)));
                case "image_url" -> others.add(Part.image(part, at));
                case "file" -> others.add(Part.file(part, at));
                case "input_audio" -> others.add(Part.audio(part, at));
                default -> throw new ValidationException(at, "invalid", "there is no part of type " + type(part));
            }
        }
        return new MessageContent(String.join("\n", texts), others);
    }

    private static String type(JsonNode part) {
        return part.isObject() ? member(part, "type") : "";
    }

    private static String member(JsonNode part, String name) {
        JsonNode value = part.get(name);
        return value != null && value.isString() ? value.getStringValue() : "";
    }
}
