package dev.rechat.persistence.usage;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.UserId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What one row of a report is of; null in what the report does not tell apart. */
public record UsageGroup(
        @Nullable LocalDate day,
        @Nullable AppId app,
        @Nullable UserId user) {

    String value(UsageDimension dimension) {
        Object value = switch (dimension) {
            case DAY -> day;
            case APP -> app;
            case USER -> user;
        };
        if (value == null) {
            throw new IllegalArgumentException("a group without " + dimension);
        }
        return value.toString();
    }
}
