package dev.rechat.usage.ledger;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.turn.TurnStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A turn that is over.
 *
 * @param status a final one
 * @param errorCode a wire code, of a failed or interrupted turn
 */
public record EndedTurn(
        TurnId id,
        UserId user,
        AppId app,
        TurnStatus status,
        @Nullable String errorCode,
        TurnCost cost,
        Instant startedAt,
        Instant finishedAt) {}
