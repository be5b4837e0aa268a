package dev.rechat.runlog.search.client;

import dev.rechat.runlog.RunLogUnavailableException;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON of requests and answers. */
public final class Json {

    private static final Argument<JsonNode> TREE = Argument.of(JsonNode.class);

    private final JsonMapper mapper;

    public Json(JsonMapper mapper) {
        this.mapper = mapper.createSpecific(TREE);
    }

    /** An object of names and values in turn; members whose value is null are left out. */
    public static JsonNode object(@Nullable Object... namesAndValues) {
        Map<String, JsonNode> members = LinkedHashMap.newLinkedHashMap(namesAndValues.length / 2);
        for (int at = 0; at < namesAndValues.length; at += 2) {
            Object value = namesAndValues[at + 1];
            if (value != null) {
                members.put(String.valueOf(namesAndValues[at]), node(value));
            }
        }
        return JsonNode.createObjectNode(members);
    }

    public static JsonNode array(Object... values) {
        return node(List.of(values));
    }

    /** @throws IllegalArgumentException when it is no value of JSON */
    public static JsonNode node(Object value) {
        return switch (value) {
            case JsonNode node -> node;
            case String text -> JsonNode.createStringNode(text);
            case Boolean flag -> JsonNode.createBooleanNode(flag);
            case Integer number -> JsonNode.createNumberNode(number);
            case Long number -> JsonNode.createNumberNode(number);
            case Double number -> JsonNode.createNumberNode(number);
            case BigDecimal number -> JsonNode.createNumberNode(number);
            case BigInteger number -> JsonNode.createNumberNode(number);
            case Collection<?> values ->
                JsonNode.createArrayNode(values.stream().map(Json::node).toList());
            default -> throw new IllegalArgumentException("no JSON: " + value.getClass());
        };
    }

    public byte[] write(JsonNode node) {
        try {
            return mapper.writeValueAsBytes(TREE, node);
        } catch (IOException impossible) {
            throw new IllegalArgumentException("a request that cannot be written as JSON", impossible);
        }
    }

    /** Each on a line of its own, as requests with many parts want it. */
    public byte[] writeLines(List<JsonNode> nodes) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (JsonNode node : nodes) {
            lines.writeBytes(write(node));
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    /** @throws RunLogUnavailableException when it is no object; without the text: it may be content */
    JsonNode read(byte[] text) {
        try {
            JsonNode node = mapper.readValue(text, TREE);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (IOException unreadable) {
            // told below: a parser quotes what it stumbles over
        }
        throw new RunLogUnavailableException("the search server's answer is no JSON object", null);
    }

    /** A JSON text inside a document, read to find its words; null when it is none. */
    public @Nullable JsonNode readValue(String text) {
        try {
            return mapper.readValue(text, TREE);
        } catch (IOException noJson) {
            return null;
        }
    }
}
