package dev.rechat.persistence.feedback;

import org.jspecify.annotations.Nullable;

/**
 * Feedback as administrators see it.
 *
 * @param email null while the account is being deleted
 * @param appName null when the app is gone
 */
public record ListedFeedback(
        Feedback feedback, @Nullable String email, @Nullable String appName) {

    /** What people write, and who they are, is never logged. */
    @Override
    public String toString() {
        return "ListedFeedback[" + feedback + "]";
    }
}
