package dev.rechat.conversation.search;

import dev.rechat.kernel.id.MessageId;
import dev.rechat.persistence.conversation.Conversation;
import java.util.List;

/**
 * A conversation with a match.
 *
 * @param rank for its place among others
 * @param messages those that may be shown, the best first
 * @param count how many messages match
 */
record FoundConversation(Conversation conversation, Rank rank, List<MessageId> messages, int count) {

    FoundConversation {
        messages = List.copyOf(messages);
    }

    boolean byTitle() {
        return rank.byTitle();
    }
}
