package dev.rechat.conversation.search;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.search.FoundMessage;
import dev.rechat.persistence.search.SearchPosition;
import dev.rechat.persistence.search.SearchRepository;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Looks through some conversations with one statement. */
final class PieceReader {

    /** How many messages of a conversation are kept to be shown, some in reserve. */
    private static final int KEPT = 9;

    private final SearchRepository texts;
    private final UserId owner;
    private final SearchQuery query;

    PieceReader(SearchRepository texts, UserId owner, SearchQuery query) {
        this.texts = texts;
        this.owner = owner;
        this.query = query;
    }

    /** @param counts of messages, so that nobody asks for those of conversations without any */
    List<FoundConversation> read(List<Conversation> conversations, Map<ConversationId, Integer> counts) {
        Map<ConversationId, List<FoundMessage>> messages = messages(conversations.stream()
                .map(Conversation::id)
                .filter(counts::containsKey)
                .toList());
        List<FoundConversation> found = new ArrayList<>();
        for (Conversation conversation : conversations) {
            List<FoundMessage> matching = messages.getOrDefault(conversation.id(), List.of());
            FoldedText title = new FoldedText(conversation.title());
            boolean byTitle = query.allIn(title);
            if (byTitle || !matching.isEmpty()) {
                found.add(found(conversation, byTitle, title, matching));
            }
        }
        return found;
    }

    private Map<ConversationId, List<FoundMessage>> messages(List<ConversationId> conversations) {
        if (conversations.isEmpty()) {
            return Map.of();
        }
        return texts.matching(owner, conversations, query.wordForms(), query.phraseForms(), Rank.MAX_COUNT).stream()
                .collect(Collectors.groupingBy(FoundMessage::conversationId));
    }

    private FoundConversation found(
            Conversation conversation, boolean byTitle, FoldedText title, List<FoundMessage> matching) {
        boolean phrase = (byTitle && query.phraseIn(title)) || matching.stream().anyMatch(FoundMessage::phrase);
        // Those that come from the database are newest first, and sorting keeps that.
        List<MessageId> best = matching.stream()
                .sorted(Comparator.comparing(FoundMessage::phrase).reversed())
                .limit(KEPT)
                .map(FoundMessage::id)
                .toList();
        Rank rank = Rank.of(byTitle, phrase, matching.size(), SearchPosition.of(conversation));
        return new FoundConversation(conversation, rank, best, matching.size());
    }
}
