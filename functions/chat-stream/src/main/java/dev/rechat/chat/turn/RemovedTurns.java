package dev.rechat.chat.turn;

import dev.rechat.chat.translate.DifyIds;
import dev.rechat.persistence.database.Deadlocks;
import dev.rechat.persistence.removal.DifyDeletionRepository;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnRepository;
import dev.rechat.usage.budget.Settlement;
import dev.rechat.usage.budget.TurnCost;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.exceptions.TransactionException;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns whose conversation was removed for good while they were answered. Whoever removed it may not have known their
 * thread at Dify yet; their producer does.
 */
@Singleton
final class RemovedTurns {

    private static final Logger LOG = LoggerFactory.getLogger(RemovedTurns.class);

    private final TurnRepository turns;
    private final DifyDeletionRepository threads;
    private final Settlement budgets;
    private final Clock clock;

    RemovedTurns(TurnRepository turns, DifyDeletionRepository threads, Settlement budgets, Clock clock) {
        this.turns = turns;
        this.threads = threads;
        this.budgets = budgets;
        this.clock = clock;
    }

    /**
     * For a turn that another has now, or that is gone; does nothing for the first.
     *
     * @param cost as far as it is known
     * @param stop has Dify stop
     */
    void settle(Turn turn, DifyIds.Known dify, TurnCost cost, Runnable stop) {
        try {
            if (gone(turn)) {
                stop.run();
                note(turn, dify.conversation());
                Deadlocks.retry(() -> {
                    budgets.settle(turn.id(), cost);
                    return true;
                });
            }
        } catch (CannotGetJdbcConnectionException
                | ConnectionException
                | DataAccessException
                | TransactionException databaseDown) {
            LOG.warn("turn {}: its thread at Dify may stay: {}", turn.id(), databaseDown.getMessage());
        }
    }

    /** Whether its conversation, or its owner, was removed. */
    boolean gone(Turn turn) {
        return turns.findOwned(turn.id(), turn.userId()).isEmpty();
    }

    /** Has the turn's thread deleted at Dify, unless its conversation is there. @param thread null when there is none yet */
    void note(Turn turn, @Nullable String thread) {
        if (thread != null) {
            threads.noteLate(turn.appId(), thread, turn.userId(), turn.conversationId(), clock.instant());
        }
    }
}
