package dev.rechat.conversation.export;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows in the order of their ids; the next page is read when the one before is used up. */
final class Pages<T> {

    private final int size;
    private final BiFunction<String, Integer, List<T>> read;
    private final Function<T, String> id;
    private final Deque<T> page = new ArrayDeque<>();
    private String last = "";
    private boolean over;

    /** @param read rows after an id (nothing for the first ones), and how many at most */
    Pages(int size, BiFunction<String, Integer, List<T>> read, Function<T, String> id) {
        this.size = size;
        this.read = read;
        this.id = id;
    }

    /** Null when there are no more. */
    @Nullable
    T next() {
        if (page.isEmpty() && !over) {
            List<T> rows = read.apply(last, size);
            over = rows.size() < size;
            page.addAll(rows);
            if (!rows.isEmpty()) {
                last = id.apply(rows.getLast());
            }
        }
        return page.poll();
    }
}
