package dev.rechat.conversations.removal;

import java.time.Duration;
import java.util.List;

/** How long to wait after an attempt that failed: longer each time, then a day. */
final class Pauses {

    static final Duration LONGEST = Duration.ofDays(1);

    private static final List<Duration> FIRST = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(12));

    private Pauses() {}

    /** @param attempts how many there were, at least one */
    static Duration after(int attempts) {
        return attempts > FIRST.size() ? LONGEST : FIRST.get(attempts - 1);
    }
}
