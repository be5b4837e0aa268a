package dev.rechat.conversation.importing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as a document has it.
 *
 * @param id what it is called there; null when nothing
 * @param current the message that was shown last
 * @param timed whether the order of the messages is that of their times, not of the document
 */
record IncomingConversation(
        String source,
        @Nullable String id,
        IncomingApp app,
        String title,
        boolean pinned,
        boolean archived,
        @Nullable String folder,
        List<String> tags,
        @Nullable String inputs,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable String current,
        boolean timed,
        List<IncomingMessage> messages) {

    /** Without the texts: what people write is never logged. */
    @Override
    public String toString() {
        return "IncomingConversation[source=" + source + ", messages=" + messages.size() + "]";
    }
}
