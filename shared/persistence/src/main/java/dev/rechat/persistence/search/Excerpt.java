package dev.rechat.persistence.search;

import dev.rechat.kernel.id.MessageId;
import dev.rechat.persistence.conversation.MessageRole;
import java.time.Instant;

/**
 * A piece of a message.
 *
 * @param cutBefore whether the message begins before it
 * @param cutAfter whether the message goes on behind it
 */
public record Excerpt(
        MessageId id, MessageRole role, Instant createdAt, String text, boolean cutBefore, boolean cutAfter) {

    public boolean whole() {
        return !cutBefore && !cutAfter;
    }

    /** Without the text: what people write is never logged. */
    @Override
    public String toString() {
        return "Excerpt[id=" + id + ", role=" + role + "]";
    }
}
