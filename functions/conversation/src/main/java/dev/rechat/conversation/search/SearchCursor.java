package dev.rechat.conversation.search;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.persistence.search.SearchPosition;
import dev.rechat.web.paging.Cursor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a search goes on: with the next stretch of the history, or within the results of one.
 *
 * @param after where the stretch begins
 * @param rest null to read the stretch for the first time
 */
record SearchCursor(SearchPosition after, @Nullable Rest rest) {

    static final SearchCursor START = new SearchCursor(SearchPosition.START, null);

    private static final int POSITION = 2;
    private static final int WITH_REST = 3 * POSITION + 2;

    /**
     * What is still to be shown of a stretch.
     *
     * @param until the last conversation of the stretch
     * @param more whether there are conversations after it
     * @param shown the last that was shown
     */
    record Rest(SearchPosition until, boolean more, Rank shown) {}

    /** @throws dev.rechat.kernel.error.ValidationException when the cursor is of another list */
    static SearchCursor of(Cursor cursor) {
        List<String> parts = cursor.parts();
        if (parts.size() != POSITION && parts.size() != WITH_REST) {
            throw Cursor.invalid();
        }
        try {
            SearchPosition after = position(parts, 0);
            if (parts.size() == POSITION) {
                return new SearchCursor(after, null);
            }
            int score = Integer.parseInt(parts.get(2 * POSITION + 1));
            if (score < 0 || score > Rank.MAX_SCORE) {
                throw Cursor.invalid();
            }
            boolean more = parts.get(2 * POSITION).equals("more");
            Rank shown = new Rank(score, position(parts, 2 * POSITION + 2));
            return new SearchCursor(after, new Rest(position(parts, POSITION), more, shown));
        } catch (IllegalArgumentException otherList) {
            throw Cursor.invalid();
        }
    }

    private static SearchPosition position(List<String> parts, int first) {
        long milli = Long.parseLong(parts.get(first));
        if (milli < 0 || milli > SearchPosition.LAST_MOMENT.toEpochMilli()) {
            throw Cursor.invalid();
        }
        return new SearchPosition(Instant.ofEpochMilli(milli), ConversationId.of(parts.get(first + 1)));
    }

    Cursor cursor() {
        List<String> parts = new ArrayList<>();
        add(parts, after);
        if (rest != null) {
            add(parts, rest.until());
            parts.add(rest.more() ? "more" : "all");
            parts.add(Integer.toString(rest.shown().score()));
            add(parts, rest.shown().position());
        }
        return new Cursor(parts);
    }

    private static void add(List<String> parts, SearchPosition position) {
        parts.add(Long.toString(position.updatedAt().toEpochMilli()));
        parts.add(position.id().toString());
    }
}
