package dev.rechat.persistence.conversation;

import dev.rechat.kernel.id.ConversationId;
import java.time.Instant;

/** Where a conversation stands in a list: pinned ones first, then by latest activity. */
public record ListPosition(boolean pinned, Instant updatedAt, ConversationId id) {

    public static ListPosition of(Conversation conversation) {
        return new ListPosition(conversation.pinned(), conversation.updatedAt(), conversation.id());
    }
}
