package dev.rechat.auth.export;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.persistence.feedback.Feedback;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody thinks of an answer. */
@Serdeable(naming = SnakeCaseStrategy.class)
record ExportedFeedback(
        MessageId messageId,
        ConversationId conversationId,
        String rating,
        @Nullable String reason,
        Instant createdAt,
        Instant updatedAt)
        implements ExportRecord {

    static ExportedFeedback of(Feedback feedback) {
        return new ExportedFeedback(
                feedback.messageId(),
                feedback.conversationId(),
                feedback.rating().wireName(),
                feedback.reason(),
                feedback.createdAt(),
                feedback.updatedAt());
    }

    /** What people own is never logged. */
    @Override
    public String toString() {
        return "ExportedFeedback[]";
    }
}
