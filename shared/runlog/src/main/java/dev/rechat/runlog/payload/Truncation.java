package dev.rechat.runlog.payload;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts JSON that is too large for a row, by Dify's bounds: 1,024,000 bytes altogether, 100,000 signs of a string, 1,000 elements
 * of a list. What is left is JSON of the same shape.
 */
@Singleton
public class Truncation {

    static final int MOST_BYTES = 1_024_000;
    static final int MOST_SIGNS = 100_000;
    static final int MOST_ELEMENTS = 1_000;

    private static final String CUT = "...";

    /** Each round leaves a quarter of what the one before left. */
    private static final int ROUNDS = 8;

    /** What stands for a mapping of which nothing small can be shown. */
    private static final String NOTHING = "{}";

    private final JsonMapper mapper;

    Truncation(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** What is left of a text that is too large; empty when it is not. */
    public Optional<String> cut(String json) {
        boolean large = isLarge(json);
        if (!large && !mayExceed(json)) {
            return Optional.empty();
        }
        @Nullable JsonNode whole;
        try {
            whole = mapper.readValue(json.getBytes(StandardCharsets.UTF_8), JsonNode.class);
        } catch (IOException noJson) {
            return large ? Optional.of(NOTHING) : Optional.empty();
        }
        if (whole == null) {
            return Optional.empty();
        }
        for (int round = 0, share = 1; round < ROUNDS; round++, share *= 4) {
            Bounds bounds = new Bounds(MOST_SIGNS / share, Math.max(1, MOST_ELEMENTS / share));
            JsonNode left = bounds.apply(whole);
            if (left.equals(whole)) {
                if (!large) {
                    return Optional.empty();
                }
                continue;
            }
            String text = text(left);
            if (!isLarge(text)) {
                return Optional.of(text);
            }
        }
        return Optional.of(NOTHING);
    }

    private String text(JsonNode node) {
        try {
            return new String(mapper.writeValueAsBytes(node), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new IllegalStateException("JSON that was read cannot be written", impossible);
        }
    }

    /** No text is parsed that is surely within the bounds: a sign is at most three bytes, a list of so many has so many commas. */
    private static boolean mayExceed(String json) {
        return json.length() > MOST_SIGNS
                || json.chars().filter(sign -> sign == ',').count() >= MOST_ELEMENTS;
    }

    private static boolean isLarge(String json) {
        return json.length() > MOST_BYTES / 3 && json.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
    }

    private record Bounds(int signs, int elements) {

        JsonNode apply(JsonNode node) {
            if (node.isString() && node.getStringValue().length() > signs) {
                return JsonNode.createStringNode(head(node.getStringValue()) + CUT);
            }
            if (node.isArray()) {
                List<JsonNode> left = new ArrayList<>();
                for (JsonNode element : node.values()) {
                    if (left.size() == elements) {
                        break;
                    }
                    left.add(apply(element));
                }
                return JsonNode.createArrayNode(left);
            }
            if (node.isObject()) {
                Map<String, JsonNode> left = new LinkedHashMap<>();
                // Dify bounds no number of members; they are left out only where all else has not been enough
                int most = elements == MOST_ELEMENTS ? Integer.MAX_VALUE : elements;
                for (Map.Entry<String, JsonNode> member : node.entries()) {
                    if (left.size() == most) {
                        break;
                    }
                    left.put(member.getKey(), apply(member.getValue()));
                }
                return JsonNode.createObjectNode(left);
            }
            return node;
        }

        /** A sign of two halves is not halved. */
        private String head(String text) {
            int end = signs > 0 && Character.isHighSurrogate(text.charAt(signs - 1)) ? signs - 1 : signs;
            return text.substring(0, end);
        }
    }
}
