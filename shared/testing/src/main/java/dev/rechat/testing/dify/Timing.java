package dev.rechat.testing.dify;

import java.time.Duration;

/**
 * How fast the simulator is.
 *
 * @param pace between two events
 * @param heartbeat between two pings while an answer is being waited for
 * @param idleClose after which a silent connection is closed
 */
record Timing(Duration pace, Duration heartbeat, Duration idleClose) {

    static final Timing QUICK = new Timing(Duration.ZERO, Duration.ofSeconds(10), Duration.ofSeconds(300));
    static final Duration FOREVER = Duration.ofDays(1);
}
