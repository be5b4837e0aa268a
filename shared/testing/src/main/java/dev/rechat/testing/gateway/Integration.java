package dev.rechat.testing.gateway;

import java.time.Duration;

/**
 * How the gateway calls a function.
 *
 * @param timeout how long the gateway waits for an answer to begin; the function goes on when it does no longer
 */
public record Integration(FunctionFleet fleet, Duration timeout) {

    /** A finished answer within the time that REST APIs grant. */
    public static Integration buffered(FunctionFleet fleet) {
        return new Integration(fleet, Duration.ofSeconds(29));
    }

    /** An answer in pieces. */
    public static Integration streaming(FunctionFleet fleet) {
        return new Integration(fleet, Duration.ofMinutes(15));
    }
}
