package dev.rechat.conversation.history;

import dev.rechat.conversation.tag.Tags;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Conversation;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Shows conversations; what stands beside them is read for all of them at once. */
@Singleton
public final class ConversationViews {

    private final Tags tags;

    ConversationViews(Tags tags) {
        this.tags = tags;
    }

    /** In the same order. @param conversations all of this owner's */
    public List<ConversationView> of(List<Conversation> conversations, UserId owner) {
        Map<ConversationId, List<String>> words =
                tags.of(conversations.stream().map(Conversation::id).toList(), owner);
        return conversations.stream()
                .map(each -> ConversationView.of(each, words.getOrDefault(each.id(), List.of())))
                .toList();
    }

    ConversationView of(Conversation conversation) {
        return of(List.of(conversation), conversation.userId()).getFirst();
    }
}
