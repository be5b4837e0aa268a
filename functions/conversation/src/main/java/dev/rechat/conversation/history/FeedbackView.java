package dev.rechat.conversation.history;

import dev.rechat.persistence.feedback.Feedback;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** What the owner thinks of an answer. */
@Serdeable
record FeedbackView(String rating, @Nullable String reason) {

    static FeedbackView of(Feedback feedback) {
        return new FeedbackView(feedback.rating().wireName(), feedback.reason());
    }
}
