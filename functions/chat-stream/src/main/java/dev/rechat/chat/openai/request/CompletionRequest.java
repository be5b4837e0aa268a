package dev.rechat.chat.openai.request;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a chat completion, as far as it means something here; what is not named is ignored, as is what an app decides by
 * itself (temperature, token limits, seed).
 *
 * @param model slug of an app, with {@code :stateless} after it for a question that belongs to no conversation
 * @param messages the whole conversation, the question last
 * @param stream true to have the answer while it is made
 * @param metadata {@code chat_id}: the chat that the question belongs to; {@code inputs}: values of the app's input form
 */
@Serdeable(naming = SnakeCaseStrategy.class)
public record CompletionRequest(
        @NotBlank @Size(max = 128) String model,

        @NotEmpty @Size(max = CompletionRequest.MAX_MESSAGES)
        List<JsonNode> messages,

        @Nullable Boolean stream,
        @Nullable JsonNode streamOptions,
        @Nullable JsonNode n,
        @Nullable JsonNode tools,
        @Nullable JsonNode toolChoice,
        @Nullable JsonNode functionCall,
        @Nullable JsonNode responseFormat,
        @Nullable JsonNode modalities,
        @Nullable JsonNode logprobs,
        @Nullable JsonNode stop,
        @Nullable JsonNode metadata) {

    static final int MAX_MESSAGES = 4_000;

    private static final String STATELESS = ":stateless";

    public boolean streams() {
        return Boolean.TRUE.equals(stream);
    }

    /** Whether a last chunk is to tell what the answer cost. */
    public boolean includesUsage() {
        JsonNode wanted = streamOptions == null ? null : streamOptions.get("include_usage");
        return wanted != null && wanted.isBoolean() && wanted.getBooleanValue();
    }

    /** The app that is asked. */
    public String app() {
        return app(model);
    }

    /** Whether the question belongs to no conversation by its model's name. */
    public boolean stateless() {
        return isStateless(model);
    }

    /** Slug of the app that a model is. */
    public static String app(String model) {
        return isStateless(model) ? model.substring(0, model.length() - STATELESS.length()) : model;
    }

    public static boolean isStateless(String model) {
        return model.endsWith(STATELESS);
    }

    /** The name of that app for questions that belong to no conversation. */
    public static String statelessModel(String slug) {
        return slug + STATELESS;
    }

    /** A value of the metadata; null when it is absent. */
    public @Nullable JsonNode metadata(String name) {
        return metadata == null || !metadata.isObject() ? null : metadata.get(name);
    }
}
