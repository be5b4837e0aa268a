package dev.rechat.benchmarks.data;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Rows as LOAD DATA reads them with its defaults: tabs between fields, a backslash before what would end one. */
final class RowText {

    private static final DateTimeFormatter DATETIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private RowText() {}

    static void append(StringBuilder text, @Nullable Object... row) {
        for (int i = 0; i < row.length; i++) {
            if (i > 0) {
                text.append('\t');
            }
            Object value = value(row[i]);
            if (value == null) {
                text.append("\\N");
            } else {
                escape(text, value.toString());
            }
        }
        text.append('\n');
    }

    /** As a column takes it, over either way. */
    static @Nullable Object value(@Nullable Object value) {
        if (value instanceof Instant moment) {
            return DATETIME.format(moment);
        }
        return value instanceof Boolean yes ? (Object) (yes ? 1 : 0) : value;
    }

    private static void escape(StringBuilder text, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\\' -> text.append("\\\\");
                default -> text.append(c);
            }
        }
    }
}
