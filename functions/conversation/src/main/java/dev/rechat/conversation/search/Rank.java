package dev.rechat.conversation.search;

import dev.rechat.persistence.search.SearchPosition;
import java.util.Comparator;

/**
 * A place among what was found, the best first: a match of the title, then words next to each other, then more messages
 * that match, then the later activity. Pinned ones have no advantage.
 */
record Rank(int score, SearchPosition position) implements Comparable<Rank> {

    static final int MAX_COUNT = 1000;

    private static final int PHRASE = MAX_COUNT + 1;
    private static final int TITLE = 2 * PHRASE;
    static final int MAX_SCORE = TITLE + PHRASE + MAX_COUNT;

    private static final Comparator<Rank> BEST_FIRST = Comparator.comparingInt(Rank::score)
            .thenComparing(rank -> rank.position().updatedAt())
            .thenComparing(rank -> rank.position().id().toString())
            .reversed();

    static Rank of(boolean title, boolean phrase, int count, SearchPosition position) {
        return new Rank((title ? TITLE : 0) + (phrase ? PHRASE : 0) + Math.min(count, MAX_COUNT), position);
    }

    boolean byTitle() {
        return score >= TITLE;
    }

    @Override
    public int compareTo(Rank other) {
        return BEST_FIRST.compare(this, other);
    }
}
