package dev.rechat.chat.turn;

import dev.rechat.chat.feed.TurnFeed;
import dev.rechat.chat.json.StoredJson;
import dev.rechat.chat.title.Naming;
import dev.rechat.chat.translate.Replay;
import dev.rechat.dify.DifyException;
import dev.rechat.kernel.error.AppException;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.log.LogField;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.turn.Turn;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a stored turn on its way: opens its feed, has Dify asked, hands it to a producer; or ends it as refused. */
@Singleton
final class Launch {

    private static final Logger LOG = LoggerFactory.getLogger(Launch.class);

    private final LiveTurns live;
    private final TurnProducers producers;
    private final TurnEnding ending;
    private final StoredJson json;

    Launch(LiveTurns live, TurnProducers producers, TurnEnding ending, StoredJson json) {
        this.live = live;
        this.producers = producers;
        this.ending = ending;
        this.json = json;
    }

    /** Asks Dify. */
    @FunctionalInterface
    interface Asking {

        /**
         * @param feed may be appended to
         * @param sending is told right before Dify is asked for anything that it does for this turn
         */
        Source ask(TurnFeed feed, Runnable sending);
    }

    /**
     * Has Dify asked and begins to produce.
     *
     * @param asking comes after the event {@code turn}; what it throws ends the turn and is thrown on. That costs nothing
     *     only where it is certain that Dify has done nothing
     */
    TurnFeed go(Turn turn, App app, Naming naming, Caller caller, Asking asking) {
        try (TurnTrace _ = TurnTrace.of(turn, caller)) {
            return launched(turn, app, naming, caller, asking);
        }
    }

    private TurnFeed launched(Turn turn, App app, Naming naming, Caller caller, Asking asking) {
        TurnFeed feed = live.open(turn.id());
        feed.append(BegunTurn.announcement(turn));
        AtomicBoolean sent = new AtomicBoolean();
        ErrorCode refusal = ErrorCode.INTERNAL_ERROR;
        boolean undone = false;
        boolean started = false;
        try {
            Source source = asking.ask(feed, () -> sent.set(true));
            producers.start(new TurnProducers.Job(turn, app, source, feed, 0, naming, caller));
            started = true;
            return feed;
        } catch (DifyException refused) {
            refusal = DifyFailures.code(refused);
            undone = DifyFailures.undone(refused);
            LOG.atWarn()
                    .addKeyValue(LogField.CODE, refusal.code())
                    .addKeyValue(LogField.APP_ID, app.id())
                    .log("Dify did not take a question: {}", refused.getMessage());
            throw refused;
        } catch (AppException refused) {
            refusal = refused.code();
            undone = true;
            throw refused;
        } finally {
            if (!started) {
                TurnEnd end = undone || !sent.get() ? TurnEnd.refused(refusal) : TurnEnd.unanswered(refusal);
                // Of one that was to go on after a form there is a beginning, and it has been told.
                String text = Replay.of(feed.framesAfter(0), json).text();
                ending.end(feed, Remains.unasked(turn, text, caller.requestId()), end, () -> true);
                live.forget(turn.id(), feed);
            }
        }
    }
}
