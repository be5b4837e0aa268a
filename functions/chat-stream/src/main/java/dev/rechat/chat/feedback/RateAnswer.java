package dev.rechat.chat.feedback;

import dev.rechat.web.request.StrictRequest;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a person thinks of an answer.
 *
 * @param rating {@code like} or {@code dislike}; null takes back what was said
 * @param reason in the person's words
 */
@StrictRequest
record RateAnswer(
        @Nullable @Pattern(regexp = "like|dislike", message = "must be like, dislike or null")
        String rating,

        @Nullable @Size(max = 2000) String reason) {

    /** Without the reason. */
    @Override
    public String toString() {
        return "RateAnswer[rating=" + rating + "]";
    }
}
