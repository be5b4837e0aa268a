package dev.rechat.chat.feedback;

import dev.rechat.kernel.id.MessageId;
import dev.rechat.persistence.feedback.Feedback;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stored feedback.
 *
 * @param forwarded whether Dify knows it, too
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record FeedbackView(
        MessageId messageId, String rating, @Nullable String reason, boolean forwarded, Instant updatedAt) {

    static FeedbackView of(Feedback feedback) {
        return new FeedbackView(
                feedback.messageId(),
                feedback.rating().wireName(),
                feedback.reason(),
                feedback.forwarded(),
                feedback.updatedAt());
    }
}
