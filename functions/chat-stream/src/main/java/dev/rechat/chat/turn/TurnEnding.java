package dev.rechat.chat.turn;

import dev.rechat.chat.event.TurnEvent;
import dev.rechat.chat.event.TurnEventEncoder;
import dev.rechat.chat.feed.TurnFeed;
import dev.rechat.chat.settings.TurnsConfiguration;
import dev.rechat.persistence.database.Deadlocks;
import dev.rechat.persistence.turn.TurnStatus;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.json.JsonMapper;
import io.micronaut.transaction.exceptions.TransactionException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends turns: stores the answer, then tells the end, so that who has seen the end can rely on finding the answer. While
 * the database is away it tries again, and says so: nobody else has the answer.
 */
@Singleton
final class TurnEnding {

    private static final Logger LOG = LoggerFactory.getLogger(TurnEnding.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final TurnStore store;
    private final TurnEventEncoder encoder;
    private final JsonMapper json;
    private final TurnsConfiguration configuration;
    private final TurnSignals signals;

    TurnEnding(
            TurnStore store,
            TurnEventEncoder encoder,
            JsonMapper json,
            TurnsConfiguration configuration,
            TurnSignals signals) {
        this.store = store;
        this.encoder = encoder;
        this.json = json;
        this.configuration = configuration;
        this.signals = signals;
    }

    /**
     * Ends a turn and closes its feed.
     *
     * @param hurried whether the process has no time to wait for a database
     */
    void end(TurnFeed feed, Remains remains, TurnEnd end, BooleanSupplier hurried) {
        List<byte[]> last = new ArrayList<>();
        int number = feed.size();
        if (remains.title().isPresent()) {
            last.add(encoder.encode(
                    ++number, new TurnEvent.Title(remains.title().get().better())));
        }
        if (remains.usage() != null) {
            last.add(encoder.encode(++number, remains.usage()));
        }
        last.add(encoder.encode(++number, end.event(remains.requestId())));
        List<byte[]> all = new ArrayList<>(feed.framesAfter(0));
        all.addAll(last);
        try {
            if (store(feed, remains, end, all, hurried)) {
                last.forEach(feed::append);
                signals.told(last.size());
                signals.ended(remains.turn(), end);
            }
        } catch (CannotGetJdbcConnectionException
                | ConnectionException
                | DataAccessException
                | TransactionException databaseDown) {
            LOG.error("turn {}: the answer could not be stored", remains.turn().id(), databaseDown);
            feed.append(TurnEnd.notStored().event(remains.requestId()));
            signals.told(1);
            signals.ended(remains.turn(), TurnEnd.notStored());
        } finally {
            feed.close();
        }
    }

    private boolean store(TurnFeed feed, Remains remains, TurnEnd end, List<byte[]> frames, BooleanSupplier hurried) {
        TurnOutcome outcome = new TurnOutcome(
                end.status(),
                end.refused(),
                remains.text(),
                usage(remains),
                TurnCosts.of(remains.usage()),
                remains.dify(),
                end.error(),
                remains.files(),
                end.status() == TurnStatus.PAUSED ? remains.forms() : List.of(),
                remains.title());
        long giveUp = System.nanoTime() + configuration.storePatience().toNanos();
        for (Duration pause = FIRST_PAUSE; ; pause = longer(pause)) {
            try {
                return Deadlocks.retry(() -> store.finish(remains.turn(), outcome, frames));
            } catch (CannotGetJdbcConnectionException
                    | ConnectionException
                    | DataAccessException
                    | TransactionException databaseDown) {
                if (hurried.getAsBoolean() || System.nanoTime() > giveUp || !sleep(pause)) {
                    throw databaseDown;
                }
                LOG.warn(
                        "turn {}: the answer waits for the database",
                        remains.turn().id());
                feed.tell(new TurnEvent.Notice(
                        "storage_delayed", "The answer is complete; it is stored as soon as the database is back."));
            }
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    private static boolean sleep(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private @Nullable String usage(Remains remains) {
        try {
            return remains.usage() == null ? null : json.writeValueAsString(remains.usage());
        } catch (IOException impossible) {
            throw new UncheckedIOException("usage that cannot be written", impossible);
        }
    }
}
