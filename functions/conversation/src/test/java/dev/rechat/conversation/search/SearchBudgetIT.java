package dev.rechat.conversation.search;

import static dev.rechat.conversation.ConversationServer.bean;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.conversation.ConversationServer;
import dev.rechat.conversation.history.ConversationViews;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.search.SearchPosition;
import dev.rechat.persistence.search.SearchRepository;
import dev.rechat.persistence.search.SearchScope;
import dev.rechat.web.paging.PageRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A request looks through so much and no more, and the next goes on where it stopped. */
class SearchBudgetIT {

    private static final int PLENTY = 1_000_000;

    private final UserId owner = ConversationServer.person();

    @ParameterizedTest
    @CsvSource({
        "4,       1000000, 1000000, PT1M, 3",
        "1000000, 5,       1000000, PT1M, 2",
        "1000000, 1000000, 2,       PT1M, 1",
        "1000000, 1000000, 1000000, PT0S, 4",
        "1,       1,       1,       PT0S, 1"
    })
    void goesOnWithoutGapOrRepeat(int conversations, int messages, int found, Duration time, int piece) {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 17; i++) {
            boolean matches = i % 3 != 1;
            Texts.conversation(owner)
                    .titled("t" + i)
                    .active(i / 2)
                    .saying("lease".substring(matches ? 0 : 1), "answer", "lease".substring(matches ? 0 : 2))
                    .save();
            if (matches) {
                expected.add("t" + i);
            }
        }
        SearchBudget budget = new SearchBudget(conversations, messages, found, time, piece);

        List<SearchPage> pages = pages(budget, 2);

        assertThat(pages.stream().flatMap(page -> page.data().stream()).map(SearchBudgetIT::title))
                .containsExactlyInAnyOrderElementsOf(expected)
                .doesNotHaveDuplicates();
        assertThat(pages.size()).isGreaterThan(3);
        assertThat(pages.getFirst().complete()).isFalse();
        assertThat(pages.getLast().complete()).isTrue();
    }

    /** The best of what is left may be far back: a page that found nothing says that there is more to look through. */
    @Test
    void saysThatItIsNotThroughWhenItHasFoundNothingYet() {
        Texts.conversation(owner).titled("oldest lease").active(0).save();
        for (int i = 1; i < 4; i++) {
            Texts.conversation(owner).active(i).saying("x").save();
        }

        List<SearchPage> pages = pages(new SearchBudget(2, PLENTY, PLENTY, Duration.ofMinutes(1), 1), 20);

        assertThat(pages.getFirst().data()).isEmpty();
        assertThat(pages.getFirst().complete()).isFalse();
        assertThat(pages.getFirst().nextCursor()).isNotNull();
        assertThat(pages.getLast().data()).extracting(SearchBudgetIT::title).containsExactly("oldest lease");
    }

    @Test
    void readsAConversationThatIsLargerThanTheBudgetToItsEnd() {
        String[] texts = new String[40];
        Arrays.fill(texts, "x");
        texts[0] = "the lease";
        Texts.conversation(owner).titled("large").saying(texts).save();

        List<SearchPage> pages = pages(new SearchBudget(1, 1, 1, Duration.ZERO, 1), 20);

        assertThat(pages.getFirst().data()).extracting(SearchBudgetIT::title).containsExactly("large");
    }

    /** Cursors are not signed: one that says that everything was read before gets no more than any other. */
    @Test
    void keepsToItsBudgetWhateverACursorSays() {
        for (int i = 0; i < 12; i++) {
            Texts.conversation(owner).titled("lease " + i).active(i).saying("x").save();
        }
        SearchPosition longAgo = new SearchPosition(Instant.EPOCH, new ConversationId(new UUID(0, 0)));
        SearchCursor forged = new SearchCursor(
                SearchPosition.START,
                new SearchCursor.Rest(longAgo, false, new Rank(Rank.MAX_SCORE, SearchPosition.START)));

        SearchPage page = search(new SearchBudget(3, PLENTY, PLENTY, Duration.ofMinutes(1), 1))
                .page(new SearchScope(owner, null, null, null), SearchQuery.of("lease"), forged, 20);

        assertThat(page.data()).hasSize(3);
        assertThat(page.complete()).isFalse();
        assertThat(page.nextCursor()).isNotNull();
    }

    private static Search search(SearchBudget budget) {
        return new Search(bean(SearchRepository.class), bean(ConversationViews.class), budget, bean(Clock.class));
    }

    private List<SearchPage> pages(SearchBudget budget, int limit) {
        Search search = search(budget);
        SearchScope scope = new SearchScope(owner, null, null, null);
        List<SearchPage> pages = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            PageRequest request = PageRequest.of(limit, cursor);
            SearchCursor start = request.start().map(SearchCursor::of).orElse(SearchCursor.START);
            SearchPage page = search.page(scope, SearchQuery.of("lease"), start, request.limit());
            assertThat(page.data().size()).isLessThanOrEqualTo(limit);
            pages.add(page);
            cursor = page.nextCursor();
        } while (cursor != null && pages.size() < 100);
        return pages;
    }

    private static String title(SearchResult result) {
        return result.conversation().title();
    }
}
