package dev.rechat.maintenance.runlog.command;

import dev.rechat.runlog.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Days as operators name them: whole ones in UTC, both included. */
public final class Days {

    private Days() {}

    /** @throws IllegalArgumentException when the last one is before the first one */
    public static TimeRange range(@Nullable LocalDate first, @Nullable LocalDate last) {
        if (first != null && last != null && last.isBefore(first)) {
            throw new IllegalArgumentException("the last day is before the first one");
        }
        return new TimeRange(first == null ? null : start(first), last == null ? null : start(last.plusDays(1)));
    }

    public static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
