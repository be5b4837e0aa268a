package dev.rechat.chat.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Objects;

/**
 * What a program sends, from a file below {@code programs}. What differs each time stands there as <code>{{name}}</code>, and as
 * <code>{{json:name}}</code> in JSON within a text.
 */
final class ProgramRequests {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode file;

    ProgramRequests(String name) throws IOException {
        try (InputStream bytes = ProgramRequests.class.getResourceAsStream("/programs/" + name + ".json")) {
            file = JSON.readTree(Objects.requireNonNull(bytes, name));
        }
    }

    boolean has(String request) {
        return file.path("requests").has(request);
    }

    /** Adds headers and body of what it sends. */
    HttpRequest fill(HttpRequest.Builder builder, String request, Map<String, String> values) throws IOException {
        file.path("headers")
                .properties()
                .forEach(header -> builder.header(
                        header.getKey(), filled(header.getValue(), values).asText()));
        JsonNode body = filled(file.path("requests").required(request), values);
        return builder.header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
    }

    private static JsonNode filled(JsonNode node, Map<String, String> values) {
        if (node.isTextual()) {
            String text = node.textValue();
            for (var value : values.entrySet()) {
                String quoted = TextNode.valueOf(value.getValue()).toString();
                text = text.replace("{{" + value.getKey() + "}}", value.getValue())
                        .replace("{{json:" + value.getKey() + "}}", quoted.substring(1, quoted.length() - 1));
            }
            return TextNode.valueOf(text);
        }
        if (node.isArray()) {
            var items = JSON.createArrayNode();
            node.forEach(item -> items.add(filled(item, values)));
            return items;
        }
        if (node.isObject()) {
            var members = JSON.createObjectNode();
            node.properties().forEach(member -> members.set(member.getKey(), filled(member.getValue(), values)));
            return members;
        }
        return node;
    }
}
