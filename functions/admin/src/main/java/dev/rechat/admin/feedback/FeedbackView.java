package dev.rechat.admin.feedback;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.feedback.Feedback;
import dev.rechat.persistence.feedback.ListedFeedback;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody thinks of an answer: without the answer.
 *
 * @param appName left out when the app is gone
 * @param email left out while the account is being deleted
 * @param reason in the person's words, if they gave one
 * @param forwarded whether Dify knows it, too
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record FeedbackView(
        MessageId messageId,
        ConversationId conversationId,
        AppId appId,
        @Nullable String appName,
        UserId userId,
        @Nullable String email,
        String rating,
        @Nullable String reason,
        boolean forwarded,
        Instant createdAt,
        Instant updatedAt) {

    static FeedbackView of(ListedFeedback listed) {
        Feedback feedback = listed.feedback();
        return new FeedbackView(
                feedback.messageId(),
                feedback.conversationId(),
                feedback.appId(),
                listed.appName(),
                feedback.userId(),
                listed.email(),
                feedback.rating().wireName(),
                feedback.reason(),
                feedback.forwarded(),
                feedback.createdAt(),
                feedback.updatedAt());
    }

    @Override
    public String toString() {
        return "FeedbackView[messageId=" + messageId + "]";
    }
}
