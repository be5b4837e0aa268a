package dev.rechat.chat.turn;

import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.conversation.Message;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of an app, and under which name.
 *
 * @param hash what a request with the same turn id must match
 */
record Question(
        TurnId turnId,
        String hash,
        UserId user,
        App app,
        @Nullable ConversationId conversationId,
        @Nullable MessageId parentMessageId,
        @Nullable String message) {

    /**
     * The words to send.
     *
     * @param stored the question that is asked again, null for a new one
     */
    String textOr(@Nullable Message stored) {
        if (stored == null) {
            if (message == null || message.isBlank()) {
                throw new ValidationException("message", "required", "must not be blank");
            }
            return message;
        }
        if (message != null && !message.equals(stored.content())) {
            throw new ValidationException(
                    "message", "other_question", "to change a question, send the message before it as the parent");
        }
        return stored.content();
    }
}
