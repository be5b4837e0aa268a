package dev.rechat.chat.turn;

import dev.rechat.chat.event.TurnEvent;
import dev.rechat.chat.feed.TurnFeed;
import dev.rechat.chat.translate.Translation;
import dev.rechat.dify.DifyEvent;
import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyStream;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.persistence.turn.Turn;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.json.JsonMapper;
import io.micronaut.transaction.exceptions.TransactionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one answer: pulls Dify's events, appends ours to the feed, stores the whole at the end. Whether anybody reads
 * the feed does not matter to it.
 */
final class TurnProducer implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(TurnProducer.class);

    private final Turn turn;
    private final DifyStream stream;
    private final Translation translation;
    private final TurnFeed feed;
    private final TurnStore store;
    private final JsonMapper json;
    private final String requestId;
    private volatile boolean shutDown;

    TurnProducer(
            Turn turn,
            DifyStream stream,
            Translation translation,
            TurnFeed feed,
            TurnStore store,
            JsonMapper json,
            String requestId) {
        this.turn = turn;
        this.stream = stream;
        this.translation = translation;
        this.feed = feed;
        this.store = store;
        this.json = json;
        this.requestId = requestId;
    }

    @Override
    public void run() {
        try {
            TurnEvent last = conclude(relay());
            feed.append(translation.usage());
            feed.append(last);
        } finally {
            feed.close();
        }
    }

    /** Ends the turn soon, as interrupted; what came so far is stored. From any thread. */
    void shutDown() {
        shutDown = true;
        stream.close();
    }

    /** @return what broke the stream off, or null when Dify ended it */
    private @Nullable ErrorCode relay() {
        try (stream) {
            for (DifyEvent event = stream.next(); event != null; event = stream.next()) {
                translation.translate(event).forEach(feed::append);
            }
            return null;
        } catch (DifyException failure) {
            LOG.warn("turn {}: {}", turn.id(), failure.getMessage());
            return DifyFailures.code(failure);
        } catch (CancellationException interrupted) {
            shutDown = true;
            return null;
        } catch (RuntimeException ourFault) { // the thread's entry point: whatever breaks, the turn must end
            LOG.error("turn {} failed", turn.id(), ourFault);
            return ErrorCode.INTERNAL_ERROR;
        }
    }

    /** Stores the answer, then tells the end: who has seen the end can rely on finding the answer. */
    private TurnEvent conclude(@Nullable ErrorCode broken) {
        TurnEnd end = TurnEnd.of(translation.ending(), broken, shutDown);
        try {
            store.finish(turn, outcome(end));
            return end.event(requestId);
        } catch (DataAccessException | TransactionException databaseDown) {
            LOG.error("turn {}: the answer could not be stored", turn.id(), databaseDown);
            return TurnEnd.notStored().event(requestId);
        }
    }

    private TurnOutcome outcome(TurnEnd end) {
        var ids = translation.ids();
        try {
            String usage = json.writeValueAsString(translation.usage());
            return new TurnOutcome(
                    end.status(),
                    translation.answer(),
                    usage,
                    ids.conversation(),
                    ids.task(),
                    ids.message(),
                    ids.run(),
                    end.error());
        } catch (IOException impossible) {
            throw new UncheckedIOException("usage that cannot be written", impossible);
        }
    }
}
