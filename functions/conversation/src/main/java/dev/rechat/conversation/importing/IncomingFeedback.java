package dev.rechat.conversation.importing;

import dev.rechat.persistence.feedback.Rating;
import org.jspecify.annotations.Nullable;

/** What somebody thought of an answer. */
record IncomingFeedback(Rating rating, @Nullable String reason) {

    /** Without the reason: what people write is never logged. */
    @Override
    public String toString() {
        return "IncomingFeedback[rating=" + rating + "]";
    }
}
