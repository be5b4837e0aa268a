package dev.rechat.conversation.search;

import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.search.Excerpt;
import dev.rechat.persistence.search.SearchRepository;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what is shown of the messages that the database found, and looks whether they really match: the database takes more
 * for the same than people do. Reads at most so many texts in full; messages beyond that are believed.
 */
final class HitReader {

    /** How many messages of a conversation are shown. */
    static final int SHOWN = 3;

    /** How many excerpts are in memory at once. */
    private static final int BATCH = 60;

    /** How many characters are read in full, where the excerpt does not have all of the words. */
    private static final int IN_FULL = 4_000_000;

    private final SearchRepository texts;
    private final UserId owner;
    private final SearchQuery query;
    private int readInFull;

    HitReader(SearchRepository texts, UserId owner, SearchQuery query) {
        this.texts = texts;
        this.owner = owner;
        this.query = query;
    }

    /** In the same order. */
    List<Hits> read(List<FoundConversation> found) {
        List<Hits> all = found.stream().map(Hits::new).toList();
        List<Hits> open = all;
        while (!open.isEmpty()) {
            for (int i = 0; i < open.size(); i += BATCH / SHOWN) {
                next(open.subList(i, Math.min(open.size(), i + BATCH / SHOWN)));
            }
            open = open.stream().filter(Hits::wantsMore).toList();
        }
        return all;
    }

    private void next(List<Hits> some) {
        List<MessageId> ids =
                some.stream().flatMap(each -> each.next().stream()).toList();
        Map<MessageId, Excerpt> excerpts = new HashMap<>();
        if (!ids.isEmpty()) {
            texts.excerpts(owner, ids, query.phraseForms().or(query.wordForms().getFirst()))
                    .forEach(each -> excerpts.put(each.id(), each));
        }
        for (Hits hits : some) {
            for (MessageId id : hits.takeNext()) {
                Optional.ofNullable(excerpts.get(id)).flatMap(this::hit).ifPresentOrElse(hits::add, hits::disprove);
            }
        }
    }

    private Optional<SearchHit> hit(Excerpt excerpt) {
        FoldedText folded = new FoldedText(excerpt.text());
        if (query.allIn(folded)) {
            return Optional.of(SearchHit.of(excerpt, Snippets.of(excerpt, folded, query)));
        }
        if (excerpt.whole()) {
            return Optional.empty();
        }
        if (readInFull >= IN_FULL) {
            return Optional.of(SearchHit.of(excerpt, Snippets.of(excerpt, folded, query)));
        }
        return texts.text(owner, excerpt.id()).flatMap(this::inFull);
    }

    private Optional<SearchHit> inFull(Excerpt text) {
        readInFull += text.text().length();
        FoldedText folded = new FoldedText(text.text());
        return query.allIn(folded) || text.cutAfter()
                ? Optional.of(SearchHit.of(text, Snippets.of(text, folded, query)))
                : Optional.empty();
    }

    /** What is known of one conversation. */
    static final class Hits {

        private final FoundConversation found;
        private final List<SearchHit> shown = new ArrayList<>();
        private int taken;
        private int disproved;

        private Hits(FoundConversation found) {
            this.found = found;
        }

        FoundConversation found() {
            return found;
        }

        List<SearchHit> shown() {
            return List.copyOf(shown);
        }

        /** How many messages match, as far as they were looked at. */
        int count() {
            return shown.isEmpty() ? 0 : found.count() - disproved;
        }

        private boolean wantsMore() {
            return shown.size() < SHOWN && taken < found.messages().size();
        }

        private List<MessageId> next() {
            List<MessageId> messages = found.messages();
            return messages.subList(taken, Math.min(messages.size(), taken + SHOWN - shown.size()));
        }

        private List<MessageId> takeNext() {
            List<MessageId> next = next();
            taken += next.size();
            return next;
        }

        private void add(SearchHit hit) {
            shown.add(hit);
        }

        private void disprove() {
            disproved++;
        }
    }
}
