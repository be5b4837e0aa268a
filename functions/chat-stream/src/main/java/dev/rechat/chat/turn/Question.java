package dev.rechat.chat.turn;

import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.FileId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.conversation.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of an app.
 *
 * @param message null to ask a stored question again
 * @param temporary whether the conversation that it begins is
 */
record Question(
        Admission.Ticket ticket,
        App app,
        @Nullable MessageId parentMessageId,
        @Nullable String message,
        Prepared prepared,
        List<FileId> files,
        boolean temporary,
        Telling telling) {

    UserId user() {
        return ticket.user();
    }

    @Nullable
    ConversationId conversationId() {
        return ticket.conversation();
    }

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
