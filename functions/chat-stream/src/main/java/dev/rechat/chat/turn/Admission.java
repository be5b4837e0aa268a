package dev.rechat.chat.turn;

import dev.rechat.chat.event.TurnEventEncoder;
import dev.rechat.chat.feed.TurnFeed;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.Deadlocks;
import dev.rechat.persistence.database.DuplicateKeyException;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnRepository;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request in once. The database decides: its primary key when a request comes twice, on one instance or two, its
 * key of running turns when two requests meet in one conversation.
 */
@Singleton
final class Admission {

    private final TurnRepository turns;
    private final AbandonedTurns abandoned;
    private final TurnEventEncoder encoder;
    private final Clock clock;

    Admission(TurnRepository turns, AbandonedTurns abandoned, TurnEventEncoder encoder, Clock clock) {
        this.turns = turns;
        this.abandoned = abandoned;
        this.encoder = encoder;
        this.clock = clock;
    }

    /**
     * A request for a turn.
     *
     * @param hash what another request with the same turn id must match
     * @param conversation that it is to run in; null for a new one
     */
    record Ticket(
            UserId user, TurnId turn, String hash, @Nullable ConversationId conversation) {}

    /** @param <T> what an admitted request has begun */
    sealed interface Verdict<T> {}

    record Admitted<T>(T begun) implements Verdict<T> {}

    record CameBefore<T>(Turn turn) implements Verdict<T> {}

    /**
     * Begins a turn unless the request came before.
     *
     * @param begin one transaction, which saves the turn
     * @throws RefusedException when it must not begin
     */
    <T> Verdict<T> admit(Ticket ticket, Supplier<T> begin) {
        try {
            return new Admitted<>(Deadlocks.retry(begin));
        } catch (DuplicateKeyException taken) {
            if (taken.violates(TurnRepository.ID_KEY)) {
                return new CameBefore<>(findSame(ticket).orElseThrow(Admission::conflict));
            }
            if (!taken.violates(TurnRepository.RUNNING_KEY) || ticket.conversation() == null) {
                throw taken;
            }
            settleRunning(ticket.conversation(), ticket.user());
            return new Admitted<>(Deadlocks.retry(begin));
        }
    }

    /** The turn of that name. @throws RefusedException when something else was asked under it */
    Optional<Turn> findSame(Ticket ticket) {
        Optional<Turn> turn = turns.findOwned(ticket.turn(), ticket.user());
        turn.filter(other -> !ticket.hash().equals(other.requestHash())).ifPresent(other -> {
            throw conflict();
        });
        return turn;
    }

    private static RefusedException conflict() {
        return new RefusedException(ErrorCode.TURN_CONFLICT, "another question was asked under this turn id");
    }

    /** A turn that is left behind must not keep its conversation for ever. */
    private void settleRunning(ConversationId conversation, UserId user) {
        Turn other = turns.findRunning(conversation, user).orElse(null);
        if (other == null) {
            return;
        }
        boolean over = other.abandoned(clock.instant())
                && abandoned.settle(other, new TurnFeed(encoder)) == AbandonedTurns.Settled.ENDED;
        if (!over) {
            throw running(other);
        }
    }

    static RefusedException running(Turn other) {
        return new RefusedException(
                ErrorCode.TURN_RUNNING,
                "turn " + other.id() + " is still being answered in this conversation",
                Map.of("turn_id", other.id().toString()));
    }
}
