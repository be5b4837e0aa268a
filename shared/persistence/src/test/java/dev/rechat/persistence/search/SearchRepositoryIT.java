package dev.rechat.persistence.search;

import static dev.rechat.persistence.TestPersistence.bean;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rechat.kernel.error.DependencyException;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.Rows;
import dev.rechat.persistence.TestPersistence;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.ConversationRepository;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageRepository;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchRepositoryIT {

    private static final WrittenForms WORD = forms("lease");

    private final SearchRepository texts = bean(SearchRepository.class);
    private final UserId owner = Rows.savedUser();
    private final SearchScope everything = new SearchScope(owner, null, null, null);

    @Test
    void givesAnotherOwnerNothing() {
        Conversation conversation = Rows.savedConversation(owner);
        Message message = say(conversation, "a lease");
        UserId other = Rows.savedUser();
        List<ConversationId> ids = List.of(conversation.id());

        assertThat(texts.conversations(new SearchScope(other, null, null, null), SearchPosition.START, null, 10))
                .isEmpty();
        assertThat(texts.messageCounts(other, ids)).isEmpty();
        assertThat(texts.matching(other, ids, List.of(WORD), WORD, 10)).isEmpty();
        assertThat(texts.excerpts(other, List.of(message.id()), WORD)).isEmpty();
        assertThat(texts.text(other, message.id())).isEmpty();
        assertThat(texts.messageCounts(owner, ids)).containsEntry(conversation.id(), 1);
        assertThat(texts.matching(owner, ids, List.of(WORD), WORD, 10))
                .containsExactly(new FoundMessage(conversation.id(), message.id(), true));
        assertThat(texts.excerpts(owner, List.of(message.id()), WORD))
                .extracting(Excerpt::text)
                .containsExactly("a lease");
    }

    @Test
    void readsListAndArchiveAsOneHistoryBetweenAnyTwoPlaces() {
        Random random = new Random(7);
        List<Conversation> saved = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            saved.add(save(random.nextBoolean(), random.nextBoolean(), random.nextInt(4)));
        }
        saved.sort(Comparator.comparing(Conversation::updatedAt)
                .thenComparing(each -> each.id().toString())
                .reversed());

        List<Conversation> seen = new ArrayList<>();
        SearchPosition position = SearchPosition.START;
        for (int size = -1; size < seen.size(); position = SearchPosition.of(seen.getLast())) {
            size = seen.size();
            seen.addAll(texts.conversations(everything, position, null, 4));
        }

        assertThat(seen).containsExactlyElementsOf(saved);
        assertThat(texts.conversations(
                        everything, SearchPosition.of(saved.get(3)), SearchPosition.of(saved.get(20)), 100))
                .containsExactlyElementsOf(saved.subList(4, 21));
    }

    @Test
    void wantsAllWordsAndTellsThoseNextToEachOther() {
        Conversation conversation = Rows.savedConversation(owner);
        Message apart = say(conversation, "a lease and rent");
        Message together = say(conversation, "the LEASE rent");
        say(conversation, "rent only");

        assertThat(texts.matching(
                        owner,
                        List.of(conversation.id()),
                        List.of(WORD, forms("rent")),
                        forms("lease rent", "leaserent"),
                        10))
                .containsExactly(
                        new FoundMessage(conversation.id(), together.id(), true),
                        new FoundMessage(conversation.id(), apart.id(), false));
    }

    @Test
    void readsThePartOfALongMessageWhereTheWordStands() {
        Conversation conversation = Rows.savedConversation(owner);
        String filler = "字 ".repeat(5000);
        MessageId first = say(conversation, "Lease " + filler).id();
        MessageId middle = say(conversation, filler + "Lease" + filler).id();
        MessageId last = say(conversation, filler + "lease").id();

        List<Excerpt> excerpts = texts.excerpts(owner, List.of(first, middle, last), WORD).stream()
                .sorted(Comparator.comparing(each -> each.id().toString()))
                .toList();

        assertThat(excerpts)
                .allMatch(each -> each.text().toLowerCase(Locale.ROOT).contains("lease"));
        assertThat(excerpts).allMatch(each -> each.text().length() <= SearchRepository.EXCERPT);
        assertThat(excerpts).extracting(Excerpt::cutBefore).containsExactly(false, true, true);
        assertThat(excerpts).extracting(Excerpt::cutAfter).containsExactly(true, true, false);
        assertThat(texts.text(owner, middle).orElseThrow().text()).isEqualTo(filler + "Lease" + filler);
    }

    /** The server's own bound; nothing else ends a statement that reads for too long. */
    @ParameterizedTest
    @ValueSource(ints = {1969, 3024})
    void saysThatTheDatabaseIsBusyWhenItGivesUp(int code) {
        assertThatExceptionOfType(DependencyException.class)
                .isThrownBy(() -> Deadline.keep(() -> {
                    throw new IllegalStateException(new SQLException("time", "HY000", code));
                }));
    }

    @Test
    void hasItsDeadlineReadByBothDatabases() throws SQLException {
        String endless = Deadline.SELECT.replace("time=5", "time=0.2").replace("5000", "200")
                + " COUNT(*) FROM information_schema.columns a, information_schema.columns b,"
                + " information_schema.columns c, information_schema.columns d"
                + " WHERE CONCAT(a.column_name, b.column_name) LIKE CONCAT('%', c.column_name, d.column_name, '%')";

        try (var connection = TestPersistence.connect();
                var statement = connection.prepareStatement(endless)) {
            assertThatExceptionOfType(DependencyException.class)
                    .isThrownBy(() -> Deadline.keep(() -> {
                        try {
                            return statement.executeQuery();
                        } catch (SQLException failure) {
                            throw new IllegalStateException(failure);
                        }
                    }));
        }
    }

    private Conversation save(boolean pinned, boolean archived, int second) {
        return bean(ConversationRepository.class)
                .save(new Conversation(
                        Rows.IDS.nextConversationId(),
                        owner,
                        Rows.IDS.nextAppId(),
                        null,
                        "Title",
                        pinned,
                        archived,
                        false,
                        null,
                        null,
                        null,
                        Rows.NOON,
                        Rows.NOON.plusSeconds(second)));
    }

    private static Message say(Conversation conversation, String text) {
        return bean(MessageRepository.class).save(Rows.message(conversation, text));
    }

    private static WrittenForms forms(String... forms) {
        return new WrittenForms(List.of(forms));
    }
}
