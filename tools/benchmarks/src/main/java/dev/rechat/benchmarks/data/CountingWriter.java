package dev.rechat.benchmarks.data;

import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Passes rows on and tells every few seconds how far it is. */
final class CountingWriter implements RowWriter {

    private static final long PAUSE_NANOS = 5_000_000_000L;

    private final RowWriter writer;
    private final String what;
    private final long expected;
    private final Consumer<String> tell;
    private final long begin = System.nanoTime();
    private long told = begin;
    private long rows;

    CountingWriter(RowWriter writer, String what, long expected, Consumer<String> tell) {
        this.writer = writer;
        this.what = what;
        this.expected = expected;
        this.tell = tell;
    }

    @Override
    public void row(@Nullable Object... values) {
        writer.row(values);
        rows++;
        long now = System.nanoTime();
        if (now - told > PAUSE_NANOS) {
            told = now;
            tell.accept(String.format(
                    Locale.ROOT,
                    "  %s: %d of about %d, %.0f per second",
                    what,
                    rows,
                    expected,
                    rows * 1e9 / (now - begin)));
        }
    }

    /** What it passes on to is closed by whoever opened it. */
    @Override
    public void close() {
        if (System.nanoTime() - begin > PAUSE_NANOS) {
            tell.accept("  %s: %d".formatted(what, rows));
        }
    }
}
