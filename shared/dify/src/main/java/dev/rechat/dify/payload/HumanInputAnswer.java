package dev.rechat.dify.payload;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * What {@code human_input_form_filled} tells.
 */
@Serdeable.Deserializable(naming = SnakeCaseStrategy.class)
public record HumanInputAnswer(
        @Nullable String nodeId,
        @Nullable String nodeTitle,
        @Nullable String renderedContent,
        @Nullable String actionId,
        @Nullable String actionText,
        @Nullable JsonNode submittedData) {
    public HumanInputAnswer {
        submittedData = Present.node(submittedData);
    }
}
