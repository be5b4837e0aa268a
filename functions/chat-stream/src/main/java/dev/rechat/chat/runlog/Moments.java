package dev.rechat.chat.runlog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When things happened. Dify tells whole seconds, too coarse to see how nodes follow each other: what it tells right after it
 * happened is told by our clock, to the millisecond; what it tells later, as a snapshot does, or by a clock that is wrong, is
 * told by its own.
 */
record Moments(Clock clock) {

    private static final Duration JUST_NOW = Duration.ofMillis(1500);

    Instant at(@Nullable Instant told) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (told == null) {
            return now;
        }
        Duration ago = Duration.between(told, now);
        boolean justNow = ago.compareTo(JUST_NOW) <= 0 && ago.compareTo(Duration.ofMillis(-500)) >= 0;
        return justNow ? now : told.truncatedTo(ChronoUnit.MILLIS);
    }
}
