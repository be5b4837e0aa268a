package dev.rechat.dify;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Dify's JSON in both directions. Whatever cannot be read is a {@link DifyProtocolException}, without the cause, since
 * parsers quote the text they stumble over.
 */
final class Json {

    private static final Argument<JsonNode> TREE = Argument.of(JsonNode.class);

    private final JsonMapper mapper;
    private final JsonMapper treeMapper;

    Json(JsonMapper mapper) {
        this.mapper = mapper;
        this.treeMapper = mapper.createSpecific(TREE);
    }

    JsonNode parse(String text) {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The object in these bytes. */
    JsonNode parse(byte[] bytes) {
        JsonNode node;
        try {
            node = treeMapper.readValue(bytes, TREE);
        } catch (IOException e) {
            throw new DifyProtocolException("text from Dify that is not JSON", null);
        }
        if (node == null || !node.isObject()) {
            throw new DifyProtocolException("JSON from Dify that is not an object", null);
        }
        return node;
    }

    <T> T bind(JsonNode node, Class<T> type) {
        try {
            return Objects.requireNonNull(mapper.readValueFromTree(node, Argument.of(type)));
        } catch (IOException e) {
            throw new DifyProtocolException("JSON from Dify that does not fit " + type.getSimpleName(), null);
        }
    }

    byte[] write(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new IllegalArgumentException("a request that cannot be written as JSON", e);
        }
    }
}
