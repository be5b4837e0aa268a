package dev.rechat.runlog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A half-open range of time; open at an end that is null.
 *
 * @param start included
 * @param end excluded
 */
public record TimeRange(@Nullable Instant start, @Nullable Instant end) {

    public static final TimeRange ALL = new TimeRange(null, null);

    /** @throws IllegalArgumentException when it ends before it starts */
    public TimeRange {
        if (start != null && end != null && end.isBefore(start)) {
            throw new IllegalArgumentException("the range ends before it starts");
        }
    }

    public static TimeRange before(Instant end) {
        return new TimeRange(null, end);
    }

    public static TimeRange since(Instant start) {
        return new TimeRange(start, null);
    }
}
