package dev.rechat.persistence.feedback;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which feedback is meant; null does not narrow.
 *
 * @param withReason with words, or without
 * @param from inclusive, of the last change
 * @param to exclusive
 */
public record FeedbackFilter(
        @Nullable AppId app,
        @Nullable UserId user,
        @Nullable Rating rating,
        @Nullable Boolean withReason,
        @Nullable Instant from,
        @Nullable Instant to) {}
