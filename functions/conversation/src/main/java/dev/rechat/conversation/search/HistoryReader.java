package dev.rechat.conversation.search;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.search.SearchPosition;
import dev.rechat.persistence.search.SearchRepository;
import dev.rechat.persistence.search.SearchScope;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks through a history from the latest activity backwards, in pieces, until it is through or the budget is used up. */
final class HistoryReader {

    private static final int WINDOW = 200;

    private final SearchRepository texts;
    private final SearchBudget budget;
    private final Clock clock;
    private final SearchScope scope;
    private final PieceReader pieces;

    private final List<FoundConversation> found = new ArrayList<>();
    private int conversationsRead;
    private int messagesRead;

    HistoryReader(SearchRepository texts, SearchBudget budget, Clock clock, SearchScope scope, SearchQuery query) {
        this.texts = texts;
        this.budget = budget;
        this.clock = clock;
        this.scope = scope;
        this.pieces = new PieceReader(texts, scope.owner(), query);
    }

    /**
     * Reads a stretch.
     *
     * @param until where it ends, if it was read before: the budget decided then
     */
    Stretch read(SearchPosition after, @Nullable SearchPosition until) {
        Instant giveUp = clock.instant().plus(budget.time());
        SearchPosition position = after;
        while (true) {
            List<Conversation> window = texts.conversations(scope, position, until, WINDOW);
            if (window.isEmpty()) {
                return stretch(position, false);
            }
            Map<ConversationId, Integer> counts = texts.messageCounts(
                    scope.owner(), window.stream().map(Conversation::id).toList());
            for (int i = 0; i < window.size(); ) {
                List<Conversation> piece = piece(window, i, counts);
                found.addAll(pieces.read(piece, counts));
                i += piece.size();
                position = SearchPosition.of(piece.getLast());
                if (enough() || (until == null && !clock.instant().isBefore(giveUp))) {
                    return stretch(position, i < window.size() || window.size() == WINDOW);
                }
            }
            if (window.size() < WINDOW) {
                return stretch(position, false);
            }
        }
    }

    /** As many conversations as one statement reads, one at least. */
    private List<Conversation> piece(List<Conversation> window, int from, Map<ConversationId, Integer> counts) {
        int to = from;
        int messages = 0;
        while (to < window.size()) {
            int next = counts.getOrDefault(window.get(to).id(), 0);
            if (to > from && messages + next > budget.piece()) {
                break;
            }
            messages += next;
            to++;
        }
        conversationsRead += to - from;
        messagesRead += messages;
        return window.subList(from, to);
    }

    /** A stretch that was read before has not become longer: a cursor that says so is not ours. */
    private boolean enough() {
        return conversationsRead >= budget.conversations()
                || messagesRead >= budget.messages()
                || found.size() >= budget.found();
    }

    private Stretch stretch(SearchPosition end, boolean more) {
        found.sort(Comparator.comparing(FoundConversation::rank));
        return new Stretch(found, end, more);
    }
}
