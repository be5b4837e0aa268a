package dev.rechat.web.paging;

import dev.rechat.kernel.error.ValidationException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asked of a list.
 *
 * @param limit from 1 to 100
 * @param cursor where the page begins; null for the first page
 */
public record PageRequest(int limit, @Nullable Cursor cursor) {

    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 100;

    /** @throws ValidationException for a limit out of bounds or a cursor that is not ours */
    public static PageRequest of(@Nullable Integer limit, @Nullable String cursor) {
        int size = limit == null ? DEFAULT_LIMIT : limit;
        if (size < 1 || size > MAX_LIMIT) {
            throw new ValidationException(
                    "limit", size < 1 ? "too_small" : "too_large", "must be from 1 to " + MAX_LIMIT);
        }
        return new PageRequest(size, cursor == null ? null : Cursor.decode(cursor));
    }

    public Optional<Cursor> start() {
        return Optional.ofNullable(cursor);
    }

    /** How many rows to read: one more than the page holds tells whether there is another page. */
    public int rows() {
        return limit + 1;
    }

    /**
     * The page out of at most {@link #rows()} rows in order.
     *
     * @param position the cursor that stands for a row: the next page begins after it
     */
    public <T, V> Page<V> page(List<T> rows, Function<T, Cursor> position, Function<T, V> view) {
        List<T> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        String next = rows.size() > limit ? position.apply(shown.getLast()).encode() : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }
}
