package dev.rechat.auth.export;

import dev.rechat.kernel.id.UserId;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The records of one kind, in an order that does not change: what is added while somebody reads comes behind. */
@FunctionalInterface
interface ExportPart {

    /** Before every id. */
    String START = "";

    /**
     * Writes what comes after a place until the page is full or there is nothing more.
     *
     * @param after as this part has given it to the page; empty for the beginning
     */
    void write(UserId owner, List<String> after, ExportPage page);

    /** Rows that are found by one id and are small. */
    static <T> ExportPart flat(
            Rows<T> rows, Function<T, String> id, ToLongFunction<T> size, Function<T, ExportRecord> view) {
        return (owner, after, page) -> {
            String start = after.isEmpty() ? START : after.getFirst();
            for (T row : rows.read(owner, start, page.room())) {
                if (page.full()) {
                    return;
                }
                page.add(view.apply(row), size.applyAsLong(row), List.of(id.apply(row)));
            }
        };
    }

    /** Reads some rows of an owner after an id. */
    @FunctionalInterface
    interface Rows<T> {
        List<T> read(UserId owner, String after, int limit);
    }
}
