package dev.rechat.kernel.time;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

@Factory
final class ClockFactory {

    /** Ticks in whole milliseconds: what the API and the database keep, so a stored time equals the one in memory. */
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }
}
