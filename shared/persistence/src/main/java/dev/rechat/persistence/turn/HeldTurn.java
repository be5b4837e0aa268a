package dev.rechat.persistence.turn;

import dev.rechat.kernel.id.TurnId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whose a turn is at this moment.
 *
 * @param producer the process that produces it
 * @param stopRequestedAt when somebody wanted it stopped
 */
@Introspected
public record HeldTurn(
        @IdColumn TurnId id,
        @Nullable String producer,
        TurnStatus status,
        @Nullable Instant stopRequestedAt) {}
