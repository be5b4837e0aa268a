package dev.rechat.admin.feedback;

import dev.rechat.persistence.feedback.JudgedTexts;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Feedback with the words that it is about.
 *
 * @param question left out when there is none, or the conversation lies in the trash, as is {@code answer}
 */
@Serdeable
record ReadFeedback(
        FeedbackView feedback,
        @Nullable String question,
        @Nullable String answer) {

    static ReadFeedback of(FeedbackView feedback, @Nullable JudgedTexts texts) {
        return texts == null
                ? new ReadFeedback(feedback, null, null)
                : new ReadFeedback(feedback, texts.question(), texts.answer());
    }

    @Override
    public String toString() {
        return "ReadFeedback[" + feedback + "]";
    }
}
