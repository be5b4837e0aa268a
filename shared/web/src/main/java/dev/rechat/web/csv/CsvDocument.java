package dev.rechat.web.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.rechat.web.download.Pieces;
import io.micronaut.http.MediaType;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table that is made page by page while it is read: a header line, then the rows. Every cell is guarded against being
 * taken for a formula ({@link CsvCells}).
 *
 * @param <T> a row as it is read from the database
 */
public final class CsvDocument<T> implements Pieces {

    public static final MediaType MEDIA_TYPE = MediaType.of("text/csv; charset=utf-8");

    private final List<String> header;
    private final RowsAfter<T> rows;
    private final Function<T, List<String>> cells;
    private boolean begun;
    private @Nullable T last;

    /** Reads by keyset. */
    @FunctionalInterface
    public interface RowsAfter<T> {

        /**
         * The next page, of bounded size, in a fixed order.
         *
         * @param last the last row of the page before; null for the first page
         * @return empty when there are no more rows
         */
        List<T> page(@Nullable T last);
    }

    /** @param cells as many as the header has; an empty text where there is nothing to tell */
    public CsvDocument(List<String> header, RowsAfter<T> rows, Function<T, List<String>> cells) {
        this.header = List.copyOf(header);
        this.rows = rows;
        this.cells = cells;
    }

    @Override
    public byte @Nullable [] next() {
        if (!begun) {
            begun = true;
            return written(List.of(header));
        }
        List<T> page = rows.page(last);
        if (page.isEmpty()) {
            return null;
        }
        last = page.getLast();
        return written(page.stream().map(cells).toList());
    }

    private static byte[] written(List<List<String>> lines) {
        var text = new StringWriter();
        // Nothing to close: it writes to memory, and holds nothing back.
        CsvWriter writer = CsvWriter.builder().bufferSize(0).build(text);
        for (List<String> line : lines) {
            writer.writeRecord(line.stream().map(CsvCells::guarded).toList());
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
