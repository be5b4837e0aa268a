package dev.rechat.admin.runlog;

import dev.rechat.kernel.error.ValidationException;
import dev.rechat.runlog.WireName;
import dev.rechat.runlog.run.AppLogSource;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.TriggeredFrom;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a query chooses from what there is. */
final class Choice {

    private static final Pattern LAST = Pattern.compile("([1-9]\\d{0,8})([dhms])");

    private Choice() {}

    static @Nullable RunStatus status(@Nullable String name) {
        return of("status", RunStatus.values(), name);
    }

    static @Nullable TriggeredFrom trigger(@Nullable String name) {
        return of("triggered_from", TriggeredFrom.values(), name);
    }

    static @Nullable AppLogSource source(@Nullable String name) {
        return of("source", AppLogSource.values(), name);
    }

    /** A time before now as Dify writes it: {@code 7d}, {@code 12h}. Dify passes over what it cannot read; we say so. */
    static @Nullable Duration last(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var found = LAST.matcher(text);
        if (!found.matches()) {
            throw new ValidationException("last", "invalid", "must be a number with d, h, m or s, such as 7d");
        }
        long count = Long.parseLong(found.group(1));
        return switch (found.group(2)) {
            case "d" -> Duration.ofDays(count);
            case "h" -> Duration.ofHours(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofSeconds(count);
        };
    }

    private static <E extends WireName> @Nullable E of(String parameter, E[] values, @Nullable String name) {
        return name == null
                ? null
                : Stream.of(values)
                        .filter(each -> each.wire().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new ValidationException(parameter, "invalid", "is none of those there are"));
    }
}
