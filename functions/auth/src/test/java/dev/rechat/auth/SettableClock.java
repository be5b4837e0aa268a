package dev.rechat.auth;

import dev.rechat.testing.gateway.TestedFunction;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Runs as the real one, ahead of it by what a test says. */
@Singleton
@Replaces(Clock.class)
@Requires(property = "test.clock")
public final class SettableClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;
    private volatile @Nullable Instant held;

    /** From now on it moves by {@link #forward} only. */
    public void hold() {
        TestedFunction.mustBeHere("its clock");
        held = Clock.systemUTC().instant();
    }

    /** Shows what another one shows. */
    public void follow(SettableClock other) {
        TestedFunction.mustBeHere("its clock");
        held = other.held;
        ahead = other.ahead;
    }

    public void forward(Duration duration) {
        TestedFunction.mustBeHere("its clock");
        ahead = ahead.plus(duration);
    }

    @Override
    public Instant instant() {
        Instant stands = held;
        return (stands == null ? Clock.systemUTC().instant() : stands)
                .plus(ahead)
                .truncatedTo(ChronoUnit.MILLIS);
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
