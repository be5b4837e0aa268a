package dev.rechat.testing.gateway;

import java.time.Duration;

/**
 * How Lambda treats the instances of one function.
 *
 * @param limit how many there may be at once
 * @param refuses whether a request is refused when all are busy, as Lambda does, or waits
 * @param freezes whether instances are stopped between invocations, as Lambda does
 * @param timeLimit how long one invocation may take before its instance is killed
 * @param patience how long an instance may take to start
 */
public record Conduct(int limit, boolean refuses, boolean freezes, Duration timeLimit, Duration patience) {

    /** As on AWS: a thousand at once, frozen between invocations, fifteen minutes. */
    public static final Conduct LAMBDA = new Conduct(1_000, true, true, Duration.ofMinutes(15), Duration.ofMinutes(2));

    public Conduct withLimit(int most) {
        return new Conduct(most, refuses, freezes, timeLimit, patience);
    }

    /** Requests wait for an instance instead of being refused. */
    public Conduct waiting() {
        return new Conduct(limit, false, freezes, timeLimit, patience);
    }

    /** Instances go on between invocations. */
    public Conduct awake() {
        return new Conduct(limit, refuses, false, timeLimit, patience);
    }

    public Conduct withTimeLimit(Duration length) {
        return new Conduct(limit, refuses, freezes, length, patience);
    }
}
