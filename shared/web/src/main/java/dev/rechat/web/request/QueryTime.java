package dev.rechat.web.request;

import dev.rechat.kernel.error.ValidationException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A moment in a query. */
public final class QueryTime {

    /** What the database can keep. */
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private QueryTime() {}

    /**
     * What was meant; null when the parameter is not there.
     *
     * @throws ValidationException for anything but a time of RFC 3339 with its offset
     */
    public static @Nullable Instant of(String parameter, @Nullable String value) {
        if (value == null) {
            return null;
        }
        return parsed(value)
                .filter(QueryTime::kept)
                .orElseThrow(() ->
                        new ValidationException(parameter, "invalid", "must be a time such as 2026-03-01T12:00:00Z"));
    }

    /** The moment of a cursor; empty when the text is no number of milliseconds, or of no time that a database takes. */
    public static Optional<Instant> ofMillis(String text) {
        try {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(text))).filter(QueryTime::kept);
        } catch (NumberFormatException notATime) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> parsed(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static boolean kept(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }
}
