package dev.rechat.persistence.feedback;

import dev.rechat.kernel.id.MessageId;
import java.time.Instant;

/** A place in the list of feedback. */
public record FeedbackPosition(Instant updatedAt, MessageId messageId) {}
