package dev.rechat.chat.turn;

import dev.rechat.chat.feed.TurnFeed;
import dev.rechat.chat.journal.TurnLog;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnRepository;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.turns.log.Frame;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.exceptions.TransactionException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows turns that another process produces, by reading their log: often while events come, seldom while nothing does.
 * A turn whose producer is gone is settled by whoever follows it.
 */
@Singleton
final class Mirrors {

    private static final Logger LOG = LoggerFactory.getLogger(Mirrors.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    /** A feed that nobody has read for so many looks is given up. */
    private static final int LOOKS_WITHOUT_READERS = 30;

    private final TurnRepository turns;
    private final TurnLog log;
    private final AbandonedTurns abandoned;
    private final LiveTurns live;
    private final Clock clock;

    Mirrors(TurnRepository turns, TurnLog log, AbandonedTurns abandoned, LiveTurns live, Clock clock) {
        this.turns = turns;
        this.log = log;
        this.abandoned = abandoned;
        this.live = live;
        this.clock = clock;
    }

    /** The feed of a streaming turn, whoever produces it. */
    TurnFeed of(Turn turn) {
        return live.openOr(turn.id(), feed -> {
            Thread.ofVirtual().name("mirror-" + turn.id()).start(() -> follow(turn, feed));
            return feed;
        });
    }

    private void follow(Turn turn, TurnFeed feed) {
        boolean settled = false;
        try {
            settled = mirror(turn, feed);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } finally {
            if (!settled) {
                live.forget(turn.id(), feed);
                feed.close();
            }
        }
    }

    /** @return whether the feed has a producer in this process now */
    private boolean mirror(Turn turn, TurnFeed feed) throws InterruptedException {
        Duration pause = SHORTEST_PAUSE;
        for (int unread = 0; unread < LOOKS_WITHOUT_READERS; unread = feed.hasReaders() ? 0 : unread + 1) {
            if (feed.closed()) {
                return false;
            }
            switch (look(turn, feed)) {
                case MORE -> pause = SHORTEST_PAUSE;
                case NOTHING -> pause = longer(pause);
                case OVER -> {
                    return false;
                }
                case OURS -> {
                    return true;
                }
            }
            Thread.sleep(pause);
        }
        return false;
    }

    private enum Look {
        MORE,
        NOTHING,
        OVER,
        OURS
    }

    private Look look(Turn turn, TurnFeed feed) {
        try {
            if (log.readInto(feed, turn)) {
                return ended(feed) ? Look.OVER : Look.MORE;
            }
            Turn now = turns.findOwned(turn.id(), turn.userId()).orElse(null);
            if (now == null) {
                return Look.OVER;
            }
            if (now.status() != TurnStatus.STREAMING) {
                log.readInto(feed, turn);
                return Look.OVER;
            }
            return now.abandoned(clock.instant()) ? settle(now, feed) : Look.NOTHING;
        } catch (CannotGetJdbcConnectionException
                | ConnectionException
                | DataAccessException
                | TransactionException databaseDown) {
            LOG.warn("turn {} cannot be followed at the moment: {}", turn.id(), databaseDown.getMessage());
            return Look.NOTHING;
        }
    }

    private Look settle(Turn turn, TurnFeed feed) {
        return switch (abandoned.settle(turn, feed)) {
            case PRODUCED_HERE -> Look.OURS;
            case ENDED -> Look.OVER;
            case TAKEN_BY_ANOTHER -> Look.NOTHING;
        };
    }

    private static boolean ended(TurnFeed feed) {
        return Frame.of(feed.framesAfter(feed.size() - 1).getFirst()).terminal();
    }

    private static Duration longer(Duration pause) {
        Duration more = pause.multipliedBy(3).dividedBy(2);
        return more.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : more;
    }
}
