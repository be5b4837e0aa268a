package dev.rechat.dify.payload;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form a person has to fill in before the run goes on (Dify 1.13+).
 *
 * @param formContent Markdown with places for the inputs
 * @param inputs descriptions of the fields, their shape depends on their {@code type}
 * @param actions the buttons
 * @param formToken how the form is addressed through the API; null when it cannot be
 * @param approvalChannels Dify 1.16+
 */
@Serdeable.Deserializable(naming = SnakeCaseStrategy.class)
public record HumanInputForm(
        @Nullable String formId,
        @Nullable String nodeId,
        @Nullable String nodeTitle,
        @Nullable String formContent,
        List<JsonNode> inputs,
        List<FormAction> actions,
        @Nullable Boolean displayInUi,
        @Nullable String formToken,
        @Nullable JsonNode resolvedDefaultValues,

        @Serdeable.Deserializable(using = EpochSeconds.class) @Nullable
        Instant expirationTime,

        List<String> approvalChannels) {
    public HumanInputForm {
        inputs = Present.list(inputs);
        actions = Present.list(actions);
        approvalChannels = Present.list(approvalChannels);
        resolvedDefaultValues = Present.node(resolvedDefaultValues);
    }
}
