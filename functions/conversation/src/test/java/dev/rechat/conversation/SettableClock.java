package dev.rechat.conversation;

import dev.rechat.testing.gateway.TestedFunction;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Runs as the real one, ahead of it by what a test says. Keys do not mind; access tokens are over after a quarter of an hour. */
@Singleton
@Replaces(Clock.class)
public final class SettableClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    /** Does something as if so much time had passed. */
    public void later(Duration duration, Runnable action) {
        TestedFunction.mustBeHere("its clock");
        ahead = duration;
        try {
            action.run();
        } finally {
            ahead = Duration.ZERO;
        }
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("this clock stands in UTC only");
    }
}
