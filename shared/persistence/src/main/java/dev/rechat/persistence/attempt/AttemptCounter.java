package dev.rechat.persistence.attempt;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often somebody tried something.
 *
 * @param subject SHA-256 in hexadecimal of who tries what
 * @param lastAt from when on attempts are forgotten; moves with each one that is
 * @param blockedUntil the next attempt is refused before; null when it need not wait
 */
@MappedEntity("attempt_counters")
public record AttemptCounter(
        @Id String subject,
        int attempts,
        Instant lastAt,
        @Nullable Instant blockedUntil) {}
