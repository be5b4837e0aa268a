package dev.rechat.chat.journal;

import dev.rechat.chat.settings.TurnsConfiguration;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long a turn is held without being renewed. */
@Singleton
public final class Leases {

    private final Duration length;
    private final Clock clock;

    Leases(TurnsConfiguration configuration, Clock clock) {
        this.length = configuration.lease();
        this.clock = clock;
    }

    public Instant untilFromNow() {
        return clock.instant().plus(length);
    }

    /** Three renewals may fail before a turn counts as abandoned. */
    Duration renewal() {
        return length.dividedBy(4);
    }
}
