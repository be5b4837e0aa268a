package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.Predicate;

/**
 * What an app was asked.
 *
 * @param conversationId as sent, empty for a new conversation
 */
public record GenerationRequest(
        SimulatedApp app,
        String query,
        ObjectNode inputs,
        String user,
        String conversationId,
        boolean streaming,
        boolean autoGenerateName) {

    /** What the person wrote: the query, or the first text among the inputs where an app knows no query. */
    public String text() {
        if (!query.isBlank()) {
            return query;
        }
        return inputs.valueStream()
                .filter(JsonNode::isTextual)
                .findFirst()
                .orElse(TextNode.valueOf(""))
                .asText();
    }

    /** Matches whatever is asked. */
    public static Predicate<GenerationRequest> any() {
        return request -> true;
    }

    /** Matches requests of one app. */
    public static Predicate<GenerationRequest> ofApp(String key) {
        return request -> request.app().key().equals(key);
    }

    /** Matches requests whose text contains the part. */
    public static Predicate<GenerationRequest> containing(String part) {
        return request -> request.text().contains(part);
    }
}
