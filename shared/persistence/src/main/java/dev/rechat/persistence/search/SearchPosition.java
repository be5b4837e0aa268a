package dev.rechat.persistence.search;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.persistence.conversation.Conversation;
import java.time.Instant;
import java.util.UUID;

/** A place in a history that is read from the latest activity backwards. */
public record SearchPosition(Instant updatedAt, ConversationId id) {

    /** The last moment a DATETIME can hold. */
    public static final Instant LAST_MOMENT = Instant.parse("9999-12-31T23:59:59.999Z");

    /** Before the first conversation. */
    public static final SearchPosition START = new SearchPosition(LAST_MOMENT, new ConversationId(new UUID(-1, -1)));

    public static SearchPosition of(Conversation conversation) {
        return new SearchPosition(conversation.updatedAt(), conversation.id());
    }
}
