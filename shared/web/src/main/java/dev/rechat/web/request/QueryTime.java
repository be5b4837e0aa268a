package dev.rechat.web.request;

import dev.rechat.kernel.error.ValidationException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
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
        try {
            Instant time = OffsetDateTime.parse(value).toInstant();
            if (!time.isBefore(FIRST) && !time.isAfter(LAST)) {
                return time;
            }
        } catch (DateTimeException notATime) {
            throw invalid(parameter);
        }
        throw invalid(parameter);
    }

    private static ValidationException invalid(String parameter) {
        return new ValidationException(parameter, "invalid", "must be a time such as 2026-03-01T12:00:00Z");
    }
}
