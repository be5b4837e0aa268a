package dev.rechat.chat.turn;

import dev.rechat.chat.event.TurnEventEncoder;
import dev.rechat.chat.feed.TurnFeed;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnRepository;
import dev.rechat.persistence.turn.TurnStatus;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Stops turns from any instance: the wish is written down, and whoever produces the turn finds it there within a
 * journal interval.
 */
@Singleton
public final class TurnStops {

    private final TurnRepository turns;
    private final TurnReading reading;
    private final TurnProducers producers;
    private final AbandonedTurns abandoned;
    private final TurnEventEncoder encoder;
    private final Clock clock;

    TurnStops(
            TurnRepository turns,
            TurnReading reading,
            TurnProducers producers,
            AbandonedTurns abandoned,
            TurnEventEncoder encoder,
            Clock clock) {
        this.turns = turns;
        this.reading = reading;
        this.producers = producers;
        this.abandoned = abandoned;
        this.encoder = encoder;
        this.clock = clock;
    }

    /** Asks for a turn's end; one that has ended stays as it is. @return the turn as it is now */
    public Turn stop(Turn turn) {
        if (turn.status() != TurnStatus.STREAMING) {
            return turn;
        }
        turns.requestStop(turn.id(), turn.userId(), clock.instant());
        producers.find(turn.id()).ifPresent(TurnProducer::stopRequested);
        Turn now = reading.require(turn.id(), turn.userId());
        if (!now.abandoned(clock.instant())) {
            return now;
        }
        abandoned.settle(now, new TurnFeed(encoder));
        return reading.require(turn.id(), turn.userId());
    }
}
