package dev.rechat.persistence.feedback;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person thinks of an answer; one per answer and person.
 *
 * @param reason in the person's words
 * @param forwarded whether Dify knows it, too
 */
@MappedEntity("feedbacks")
public record Feedback(
        @Id @IdColumn MessageId messageId,
        @IdColumn UserId userId,
        @IdColumn ConversationId conversationId,
        @IdColumn AppId appId,
        Rating rating,
        @Nullable String reason,
        boolean forwarded,
        Instant createdAt,
        Instant updatedAt) {

    /** Without the reason: what people write is never logged. */
    @Override
    public String toString() {
        return "Feedback[messageId=" + messageId + ", rating=" + rating + ", forwarded=" + forwarded + "]";
    }
}
