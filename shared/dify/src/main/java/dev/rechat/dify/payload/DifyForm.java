package dev.rechat.dify.payload;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form as it is asked for by its token; {@link HumanInputForm} is the same form as the run announces it.
 *
 * @param formContent Markdown with places for the inputs
 * @param inputs descriptions of the fields, their shape depends on their {@code type}
 * @param resolvedDefaultValues an object of text by field name
 * @param userActions the buttons
 */
@Serdeable.Deserializable(naming = SnakeCaseStrategy.class)
public record DifyForm(
        @Nullable String formContent,
        List<JsonNode> inputs,
        @Nullable JsonNode resolvedDefaultValues,
        List<FormAction> userActions,

        @Serdeable.Deserializable(using = EpochSeconds.class) @Nullable
        Instant expirationTime) {
    public DifyForm {
        inputs = Present.list(inputs);
        userActions = Present.list(userActions);
        resolvedDefaultValues = Present.node(resolvedDefaultValues);
    }
}
