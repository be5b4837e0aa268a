package dev.rechat.chat.turn;

import dev.rechat.chat.event.TurnEventEncoder;
import dev.rechat.chat.feed.TurnFeed;
import dev.rechat.chat.journal.TurnLog;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.ConversationRepository;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnRepository;
import dev.rechat.persistence.turn.TurnStatus;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Reads turns, wherever they are: out of this process's memory, out of the log another process writes, or out of what is
 * kept of an ended one.
 */
@Singleton
public final class TurnReading {

    private final TurnRepository turns;
    private final ConversationRepository conversations;
    private final Clock clock;
    private final LiveTurns live;
    private final Mirrors mirrors;
    private final TurnProducers producers;
    private final TurnLog log;
    private final PurgedTurns purged;
    private final Departures departures;
    private final TurnEventEncoder encoder;

    TurnReading(
            TurnRepository turns,
            ConversationRepository conversations,
            Clock clock,
            LiveTurns live,
            Mirrors mirrors,
            TurnProducers producers,
            TurnLog log,
            PurgedTurns purged,
            Departures departures,
            TurnEventEncoder encoder) {
        this.turns = turns;
        this.conversations = conversations;
        this.clock = clock;
        this.live = live;
        this.mirrors = mirrors;
        this.producers = producers;
        this.log = log;
        this.purged = purged;
        this.departures = departures;
        this.encoder = encoder;
    }

    /**
     * A person's turn, wherever its conversation stands.
     *
     * @throws NotFoundException also when it is somebody else's
     */
    public Turn require(TurnId id, UserId user) {
        return turns.findOwned(id, user).orElseThrow(() -> new NotFoundException("turn"));
    }

    /**
     * A person's turn of a conversation that is there for them.
     *
     * @throws NotFoundException also when it is somebody else's
     */
    public Turn requireReadable(TurnId id, UserId user) {
        Turn turn = require(id, user);
        if (conversations
                .findPresent(turn.conversationId(), user, clock.instant())
                .isEmpty()) {
            throw new NotFoundException("turn");
        }
        return turn;
    }

    /** Everything that was and will be told of a turn. */
    TurnFeed fromStart(Turn turn, Caller caller) {
        return after(turn, 0, caller).feed();
    }

    /** The number of the last event that can be read now. */
    public int lastEvent(Turn turn) {
        return live.find(turn.id()).map(TurnFeed::size).orElseGet(() -> log.lastEvent(turn));
    }

    /** Whether somebody reads it in this process. */
    public boolean heardHere(TurnId turn) {
        return live.find(turn).filter(TurnFeed::hasReaders).isPresent();
    }

    /** What a reader who has seen {@code last} events is to be given. */
    public Reading after(Turn turn, int last, Caller caller) {
        TurnFeed here = live.find(turn.id()).orElse(null);
        if (here != null) {
            return new Reading(here, last);
        }
        if (turn.status() == TurnStatus.STREAMING) {
            TurnFeed mirror = mirrors.of(turn);
            departures.at(caller.deadline(), () -> leave(turn.id(), mirror));
            return new Reading(mirror, last);
        }
        TurnFeed ended = new TurnFeed(encoder);
        // A reader can be ahead: its producer was killed before it had written what it told.
        if (log.readInto(ended, turn) && last <= ended.size()) {
            ended.close();
            return new Reading(ended, last);
        }
        return new Reading(purged.tell(turn, last), 0);
    }

    /** What was only read here may have been taken over meanwhile. */
    private void leave(TurnId turn, TurnFeed mirror) {
        if (!producers.leave(turn)) {
            mirror.tell(Handovers.NOTICE);
            mirror.close();
        }
    }

    /** @param after the number of the last event not to be read */
    public record Reading(TurnFeed feed, int after) {}
}
