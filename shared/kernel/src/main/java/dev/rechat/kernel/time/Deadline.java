package dev.rechat.kernel.time;

import java.time.Duration;
import java.time.Instant;

/**
 * The moment by which an answer should have ended by itself; the runtime ends it in order then. A request handled on
 * Lambda carries one as its attribute {@link #ATTRIBUTE}; elsewhere there is none.
 */
public record Deadline(Instant at) {

    /** The name of the request attribute. */
    public static final String ATTRIBUTE = "dev.rechat.deadline";

    /** The time left, never negative. */
    public Duration remaining(Instant now) {
        Duration left = Duration.between(now, at);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
