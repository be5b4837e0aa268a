package dev.rechat.persistence.conversation;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.core.annotation.Introspected;

/** A word that its owner has put on a conversation. */
@Introspected
public record ConversationTag(@IdColumn ConversationId conversationId, String tag) {

    /** Without the word: what people write is never logged. */
    @Override
    public String toString() {
        return "ConversationTag[conversationId=" + conversationId + "]";
    }
}
