package dev.rechat.chat.turn;

import dev.rechat.chat.event.TurnEventEncoder;
import dev.rechat.chat.feed.TurnFeed;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.persistence.database.DuplicateKeyException;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnRepository;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Lets a question in once. The database decides: its primary key when a request comes twice, on one instance or two, its
 * key of running turns when two questions meet in one conversation.
 */
@Singleton
final class Admission {

    private final TurnStore store;
    private final TurnRepository turns;
    private final AbandonedTurns abandoned;
    private final TurnEventEncoder encoder;
    private final Clock clock;

    Admission(TurnStore store, TurnRepository turns, AbandonedTurns abandoned, TurnEventEncoder encoder, Clock clock) {
        this.store = store;
        this.turns = turns;
        this.abandoned = abandoned;
        this.encoder = encoder;
        this.clock = clock;
    }

    sealed interface Verdict {}

    record Admitted(BegunTurn turn) implements Verdict {}

    record AskedBefore(Turn turn) implements Verdict {}

    Verdict admit(Question asked) {
        try {
            return new Admitted(store.begin(asked));
        } catch (DuplicateKeyException taken) {
            if (taken.violates(TurnRepository.ID_KEY)) {
                return new AskedBefore(findSame(asked).orElseThrow(Admission::conflict));
            }
            ConversationId conversation = asked.conversationId();
            if (!taken.violates(TurnRepository.RUNNING_KEY) || conversation == null) {
                throw taken;
            }
            settleRunning(conversation, asked);
            return new Admitted(store.begin(asked));
        }
    }

    /** The turn with the name of this question. @throws RefusedException when it was another question */
    Optional<Turn> findSame(Question asked) {
        Optional<Turn> turn = turns.findOwned(asked.turnId(), asked.user());
        turn.filter(other -> !asked.hash().equals(other.requestHash())).ifPresent(other -> {
            throw conflict();
        });
        return turn;
    }

    private static RefusedException conflict() {
        return new RefusedException(ErrorCode.TURN_CONFLICT, "another question was asked under this turn id");
    }

    /** A turn that is left behind must not keep its conversation for ever. */
    private void settleRunning(ConversationId conversation, Question asked) {
        Turn other = turns.findRunning(conversation, asked.user()).orElse(null);
        if (other == null) {
            return;
        }
        boolean over = other.abandoned(clock.instant())
                && abandoned.settle(other, new TurnFeed(encoder)) == AbandonedTurns.Settled.ENDED;
        if (!over) {
            throw new RefusedException(
                    ErrorCode.TURN_RUNNING,
                    "turn " + other.id() + " is still being answered in this conversation",
                    Map.of("turn_id", other.id().toString()));
        }
    }
}
