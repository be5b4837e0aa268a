package dev.rechat.chat.journal;

import dev.rechat.chat.feed.TurnFeed;
import dev.rechat.chat.settings.TurnsConfiguration;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnEvents;
import dev.rechat.persistence.turn.TurnEventsRepository;
import dev.rechat.turns.log.LogPacking;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The stored events of turns. */
@Singleton
public final class TurnLog {

    private static final int ROWS = 64;

    /** Logs that are let go at a time: many, and few enough to hold nobody up. */
    private static final int PURGED = 500;

    private final TurnEventsRepository events;
    private final Clock clock;
    private final Duration retention;

    TurnLog(TurnEventsRepository events, Clock clock, TurnsConfiguration configuration) {
        this.events = events;
        this.clock = clock;
        this.retention = configuration.logRetention();
    }

    /** Appends to a feed what it lacks. @return whether there was anything */
    public boolean readInto(TurnFeed feed, Turn turn) {
        int before = feed.size();
        List<TurnEvents> rows;
        do {
            rows = events.listAfter(turn.id(), turn.userId(), feed.size(), ROWS);
            for (TurnEvents row : rows) {
                LogPacking.framesAfter(feed.size(), row).forEach(feed::append);
            }
        } while (rows.size() == ROWS);
        return feed.size() > before;
    }

    /** The number of the last stored event. */
    public int lastEvent(Turn turn) {
        return events.lastEvent(turn.id(), turn.userId());
    }

    /** Puts a turn's whole log in place of the rows that it grew by. To be called in the transaction that ends it. */
    public void replace(TurnId turn, List<byte[]> frames) {
        events.deleteLog(turn);
        events.save(LogPacking.compact(turn, frames, clock.instant()));
    }

    /** Lets old logs go, some of them. */
    void purge() {
        events.purge(clock.instant().minus(retention), PURGED);
    }
}
