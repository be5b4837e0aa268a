package dev.rechat.chat.turn;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.web.request.StrictRequest;
import io.micronaut.json.tree.JsonNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A question.
 *
 * @param appId id or slug
 * @param message what the person typed
 * @param conversationId absent to begin a conversation
 * @param inputs values of the app's input form, an object
 */
@StrictRequest
public record StartTurn(
        @NotBlank @Size(max = 64) String appId,
        @NotBlank @Size(max = StartTurn.MAX_MESSAGE) String message,
        @Nullable ConversationId conversationId,
        @Nullable JsonNode inputs) {

    /** In UTF-16 units; the body's own limit is above it for every script. */
    public static final int MAX_MESSAGE = 100_000;
}
