package dev.rechat.conversation.search;

import dev.rechat.conversation.history.ConversationView;
import dev.rechat.conversation.history.ConversationViews;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.search.SearchPosition;
import dev.rechat.persistence.search.SearchRepository;
import dev.rechat.persistence.search.SearchScope;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds words in one person's conversations. A stretch of the history is looked through and what is found there is ranked; a
 * page is the best of it, the next pages are the rest of it, then comes the next stretch. The pages of a stretch are made by
 * looking through it again, which is bounded and needs no memory.
 */
final class Search {

    private final SearchRepository texts;
    private final ConversationViews views;
    private final SearchBudget budget;
    private final Clock clock;

    Search(SearchRepository texts, ConversationViews views, SearchBudget budget, Clock clock) {
        this.texts = texts;
        this.views = views;
        this.budget = budget;
        this.clock = clock;
    }

    SearchPage page(SearchScope scope, SearchQuery query, SearchCursor cursor, int limit) {
        SearchCursor.@Nullable Rest rest = cursor.rest();
        Stretch stretch = new HistoryReader(texts, budget, clock, scope, query)
                .read(cursor.after(), rest == null ? null : rest.until());
        SearchPosition end = stretch.end();
        boolean more = stretch.more();
        if (rest != null && !more) {
            end = rest.until();
            more = rest.more();
        }
        List<FoundConversation> left = rest == null
                ? stretch.found()
                : stretch.found().stream()
                        .filter(each -> each.rank().compareTo(rest.shown()) > 0)
                        .toList();
        List<FoundConversation> shown = left.subList(0, Math.min(limit, left.size()));
        @Nullable SearchCursor next = null;
        if (shown.size() < left.size()) {
            next = new SearchCursor(
                    cursor.after(),
                    new SearchCursor.Rest(end, more, shown.getLast().rank()));
        } else if (more) {
            next = new SearchCursor(end, null);
        }
        return new SearchPage(
                results(scope, query, shown),
                next == null ? null : next.cursor().encode(),
                !more);
    }

    /** Without those that do not match when people look at them. */
    private List<SearchResult> results(SearchScope scope, SearchQuery query, List<FoundConversation> found) {
        List<HitReader.Hits> all = new HitReader(texts, scope.owner(), query)
                .read(found).stream()
                        .filter(hits -> hits.found().byTitle() || !hits.shown().isEmpty())
                        .toList();
        List<Conversation> conversations =
                all.stream().map(hits -> hits.found().conversation()).toList();
        List<ConversationView> shown = views.of(conversations, scope.owner());
        return IntStream.range(0, all.size())
                .mapToObj(i -> result(shown.get(i), all.get(i), query))
                .toList();
    }

    private static SearchResult result(ConversationView conversation, HitReader.Hits hits, SearchQuery query) {
        String title = conversation.title();
        return new SearchResult(
                conversation, Snippets.title(title, new FoldedText(title), query), hits.shown(), hits.count());
    }

    @Factory
    static final class Beans {

        @Bean
        @Singleton
        Search search(SearchRepository texts, ConversationViews views, Clock clock) {
            return new Search(texts, views, SearchBudget.STANDARD, clock);
        }
    }
}
