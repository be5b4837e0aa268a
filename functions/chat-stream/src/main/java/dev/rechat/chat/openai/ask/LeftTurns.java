package dev.rechat.chat.openai.ask;

import dev.rechat.chat.feed.TurnFeed;
import dev.rechat.chat.openai.place.Attempts;
import dev.rechat.chat.openai.place.Places;
import dev.rechat.chat.openai.settings.OpenAiConfiguration;
import dev.rechat.chat.turn.TurnReading;
import dev.rechat.chat.turn.TurnStops;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.turn.TurnStatus;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns whose readers have gone. A program that hangs up will not come back for the answer, so Dify is stopped after a while; and
 * if it asks something else in the same chat before that, the answer that nobody waits for is stopped at once.
 */
@Singleton
public final class LeftTurns {

    private static final Logger LOG = LoggerFactory.getLogger(LeftTurns.class);

    /** Longer than a stop takes: a journal interval, Dify's answer, and the patience after it. */
    private static final Duration END_PATIENCE = Duration.ofSeconds(8);

    private static final Duration LOOK = Duration.ofMillis(100);

    private final Places places;
    private final Attempts attempts;
    private final TurnReading reading;
    private final TurnStops stops;
    private final TaskScheduler scheduler;
    private final OpenAiConfiguration configuration;

    LeftTurns(
            Places places,
            Attempts attempts,
            TurnReading reading,
            TurnStops stops,
            @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler,
            OpenAiConfiguration configuration) {
        this.places = places;
        this.attempts = attempts;
        this.reading = reading;
        this.stops = stops;
        this.scheduler = scheduler;
        this.configuration = configuration;
    }

    /**
     * A reader has gone before the end. Does not block.
     *
     * @param attempt which attempt of the program's it was; a later one may read elsewhere
     */
    public void left(TurnId turn, UserId user, TurnFeed feed, int attempt) {
        if (feed.closed() || feed.hasReaders()) {
            return;
        }
        Thread.ofVirtual().name("left-" + turn).start(() -> attempts.leave(turn, user, attempt));
        scheduler.schedule(configuration.grace(), () -> {
            if (!feed.closed() && !feed.hasReaders()) {
                Thread.ofVirtual().name("stop-" + turn).start(() -> stopUnlessLater(turn, user, attempt));
            }
        });
    }

    private void stopUnlessLater(TurnId turn, UserId user, int attempt) {
        if (!attempts.later(turn, user, attempt)) {
            stop(turn, user);
        }
    }

    private void stop(TurnId turn, UserId user) {
        try {
            stops.stop(reading.require(turn, user));
        } catch (NotFoundException removed) {
            LOG.debug("turn {} was removed before it could be stopped", turn);
        }
    }

    /**
     * Ends a running turn that a program asked and nobody reads here, and waits for its end. A function on Lambda is not told
     * when its caller hangs up; that a program asks the next thing in the same chat tells as much.
     *
     * @param id null for none
     * @return whether it has ended
     */
    boolean end(@Nullable String id, UserId user) {
        if (id == null) {
            return false;
        }
        TurnId turn = TurnId.of(id);
        if (reading.heardHere(turn) || !places.askedByProgram(turn, user)) {
            return false;
        }
        places.leave(turn, user);
        stop(turn, user);
        long deadline = System.nanoTime() + END_PATIENCE.toNanos();
        try {
            while (reading.require(turn, user).status() == TurnStatus.STREAMING) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                // Another process may be making it, and the row is all that the two share.
                Thread.sleep(LOOK);
            }
            return true;
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
