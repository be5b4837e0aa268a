package dev.rechat.persistence.conversation;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import dev.rechat.persistence.turn.TurnStatus;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stored question or answer. The answer exists from the start of its turn, empty, and is filled at its end.
 *
 * @param parentId the message it answers or follows; null for the first of a conversation
 * @param status of the turn as far as this message is concerned; a question is {@code COMPLETED} once stored
 * @param messageUsage tokens and price as JSON, of an answer, when Dify told them
 */
@MappedEntity("messages")
public record Message(
        @Id @IdColumn MessageId id,
        @IdColumn ConversationId conversationId,
        @IdColumn UserId userId,
        @IdColumn TurnId turnId,
        @Nullable @IdColumn MessageId parentId,
        MessageRole role,
        TurnStatus status,
        String content,
        @Nullable String messageUsage,
        Instant createdAt) {

    /** Without the content: what people write is never logged. */
    @Override
    public String toString() {
        return "Message[id=" + id + ", role=" + role + ", status=" + status + "]";
    }
}
