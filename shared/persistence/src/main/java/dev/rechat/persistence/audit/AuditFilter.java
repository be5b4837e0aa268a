package dev.rechat.persistence.audit;

import dev.rechat.kernel.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which events are meant; null does not narrow.
 *
 * @param targetId only together with a type
 * @param from inclusive
 * @param to exclusive
 */
public record AuditFilter(
        @Nullable UserId actor,
        @Nullable String action,
        @Nullable String targetType,
        @Nullable String targetId,
        @Nullable Instant from,
        @Nullable Instant to) {}
