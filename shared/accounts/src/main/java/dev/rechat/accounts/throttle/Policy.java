package dev.rechat.accounts.throttle;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often something may be tried.
 *
 * @param kind what is tried; part of what a counter is found by, so never reused
 * @param free so many attempts need not wait
 * @param first how long the next one waits then; each further one twice as long
 * @param longest no wait is longer
 * @param forget one attempt is forgotten each time so much time has passed
 * @param success what an attempt that was right does to the counter
 */
public record Policy(String kind, int free, Duration first, Duration longest, Duration forget, Success success) {

    /** What an attempt that was right does to the counter. */
    public enum Success {
        /** The attempts before it were the owner's own slips. */
        FORGETS_ALL,
        /** It was none of the guesses, but says nothing about the others. */
        GIVES_BACK_ITSELF,
        /** What is counted is how often it is done, not how often it fails. */
        COUNTS
    }

    public Policy {
        if (free < 1 || !first.isPositive() || !forget.isPositive() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("a policy that cannot be kept: " + kind);
        }
    }

    /** This policy for somebody: an address, an account, or several of these. */
    public Limit of(Object... who) {
        return new Limit(this, who);
    }

    /** How long the next attempt has to wait after so many; zero while they are free. */
    Duration delayAfter(int attempts) {
        if (attempts < free) {
            return Duration.ZERO;
        }
        int doublings = Math.min(attempts - free, 40);
        // 2^40 seconds are longer than any cap, and 2^40 * first does not overflow for any sensible first
        Duration delay = first.multipliedBy(1L << doublings);
        return delay.compareTo(longest) < 0 ? delay : longest;
    }

    /** The count at a moment, without what was forgotten since. */
    Count at(Instant now, int attempts, Instant since) {
        long steps = Math.max(0, Duration.between(since, now).dividedBy(forget));
        return steps >= attempts
                ? new Count(0, now)
                : new Count(attempts - (int) steps, since.plus(forget.multipliedBy(steps)));
    }

    /** How many attempts are remembered, and from when on the next one is forgotten. */
    record Count(int attempts, Instant since) {

        Count plusOne() {
            return new Count(attempts + 1, since);
        }
    }

    /** When the attempt after so many may be made; null when at once. */
    @Nullable
    Instant blockedUntil(int attempts, Instant now) {
        Duration delay = delayAfter(attempts);
        return delay.isZero() ? null : now.plus(delay);
    }
}
