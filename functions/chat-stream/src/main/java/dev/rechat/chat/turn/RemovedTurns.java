package dev.rechat.chat.turn;

import dev.rechat.chat.event.TurnEvent;
import dev.rechat.chat.translate.DifyIds;
import dev.rechat.persistence.database.Deadlocks;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.usage.budget.Spending;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.exceptions.TransactionException;
import jakarta.inject.Singleton;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns whose conversation was removed for good while they were answered. Whoever removed it may not have known their
 * thread at Dify yet, nor what they cost; their producer does.
 */
@Singleton
final class RemovedTurns {

    private static final Logger LOG = LoggerFactory.getLogger(RemovedTurns.class);

    private final RemovedTurnStore store;

    RemovedTurns(RemovedTurnStore store) {
        this.store = store;
    }

    /**
     * For a turn that another has now, or that is gone; does nothing for the first.
     *
     * @param usage as far as it is known
     * @param stop has Dify stop; tells whether Dify has taken that
     */
    void settle(Turn turn, DifyIds.Known dify, TurnEvent.@Nullable Usage usage, BooleanSupplier stop) {
        try {
            if (store.gone(turn)) {
                TurnStatus status = stop.getAsBoolean() ? TurnStatus.STOPPED : TurnStatus.STOP_UNCONFIRMED;
                Spending spending = new Spending(false, TurnCosts.of(usage));
                Deadlocks.retry(() -> store.ended(turn, dify, status, null, spending));
            }
        } catch (CannotGetJdbcConnectionException
                | ConnectionException
                | DataAccessException
                | TransactionException databaseDown) {
            LOG.warn("turn {}: its thread at Dify may stay, its cost untold: {}", turn.id(), databaseDown.getMessage());
        }
    }
}
