package dev.rechat.chat.turn;

import dev.rechat.chat.translate.DifyIds;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.persistence.removal.DifyDeletionRepository;
import dev.rechat.persistence.removal.RunErasureRepository;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnRepository;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.usage.budget.Spending;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What is written of a turn that has no row any more. */
@Singleton
class RemovedTurnStore {

    private final TurnRepository turns;
    private final DifyDeletionRepository threads;
    private final RunErasureRepository runs;
    private final TurnCosts costs;
    private final Clock clock;

    RemovedTurnStore(
            TurnRepository turns,
            DifyDeletionRepository threads,
            RunErasureRepository runs,
            TurnCosts costs,
            Clock clock) {
        this.turns = turns;
        this.threads = threads;
        this.runs = runs;
        this.costs = costs;
        this.clock = clock;
    }

    boolean gone(Turn turn) {
        return turns.findOwned(turn.id(), turn.userId()).isEmpty();
    }

    /**
     * Settles a turn that is gone, has its thread deleted at Dify and the content of its run's records removed; of one that is there, its present producer does.
     *
     * @param dify whose thread or run may be null, when there is none yet
     * @return whether it is gone
     */
    @Transactional
    public boolean ended(
            Turn turn, DifyIds.Known dify, TurnStatus status, @Nullable ErrorCode error, Spending spending) {
        String thread = dify.conversation();
        if (thread != null) {
            threads.noteLate(turn.appId(), thread, turn.userId(), turn.conversationId(), clock.instant());
        }
        if (dify.run() != null) {
            runs.noteLate(dify.run(), turn.appId(), turn.conversationId(), clock.instant());
        }
        boolean gone = gone(turn);
        if (gone) {
            costs.settle(turn, status, error, spending);
        }
        return gone;
    }
}
