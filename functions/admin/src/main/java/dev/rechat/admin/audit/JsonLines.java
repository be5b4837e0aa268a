package dev.rechat.admin.audit;

import dev.rechat.web.csv.CsvDocument.RowsAfter;
import dev.rechat.web.download.Pieces;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON object per line, made page by page while it is read. */
final class JsonLines<T> implements Pieces {

    private final RowsAfter<T> rows;
    private final Function<T, byte[]> line;
    private @Nullable T last;

    JsonLines(RowsAfter<T> rows, Function<T, byte[]> line) {
        this.rows = rows;
        this.line = line;
    }

    @Override
    public byte @Nullable [] next() {
        List<T> page = rows.page(last);
        if (page.isEmpty()) {
            return null;
        }
        last = page.getLast();
        var bytes = new ByteArrayOutputStream();
        for (T row : page) {
            bytes.writeBytes(line.apply(row));
            bytes.write('\n');
        }
        return bytes.toByteArray();
    }
}
