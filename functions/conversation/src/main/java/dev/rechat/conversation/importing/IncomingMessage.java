package dev.rechat.conversation.importing;

import dev.rechat.persistence.turn.TurnStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as a document has it.
 *
 * @param parent the id, in the document, of the message before it
 * @param files how many it carries
 */
record IncomingMessage(
        String id,
        @Nullable String parent,
        Role role,
        String content,
        TurnStatus status,
        @Nullable Instant createdAt,
        int files,
        @Nullable IncomingFeedback feedback,
        @Nullable String usage) {

    /** Without the content: what people write is never logged. */
    @Override
    public String toString() {
        return "IncomingMessage[role=" + role + ", status=" + status + "]";
    }
}
