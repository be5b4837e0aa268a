package dev.rechat.chat.turn;

import dev.rechat.chat.feed.TurnFeed;
import dev.rechat.chat.title.Naming;
import dev.rechat.dify.DifyException;
import dev.rechat.kernel.error.AppException;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.turn.Turn;
import jakarta.inject.Singleton;
import java.util.function.Function;

/** Brings a stored turn on its way: opens its feed, has Dify asked, hands it to a producer; or ends it as refused. */
@Singleton
final class Launch {

    private final LiveTurns live;
    private final TurnProducers producers;
    private final TurnEnding ending;

    Launch(LiveTurns live, TurnProducers producers, TurnEnding ending) {
        this.live = live;
        this.producers = producers;
        this.ending = ending;
    }

    /**
     * Has Dify asked and begins to produce.
     *
     * @param ask may append to the feed, after the event {@code turn}; what it throws ends the turn and is thrown on
     */
    TurnFeed go(Turn turn, App app, Naming naming, Caller caller, Function<TurnFeed, Source> ask) {
        TurnFeed feed = live.open(turn.id());
        feed.append(BegunTurn.announcement(turn));
        ErrorCode refusal = ErrorCode.INTERNAL_ERROR;
        boolean started = false;
        try {
            producers.start(new TurnProducers.Job(turn, app, ask.apply(feed), feed, 0, naming, caller));
            started = true;
            return feed;
        } catch (DifyException refused) {
            refusal = DifyFailures.code(refused);
            throw refused;
        } catch (AppException refused) {
            refusal = refused.code();
            throw refused;
        } finally {
            if (!started) {
                ending.end(feed, Remains.nothing(turn, caller.requestId()), TurnEnd.refused(refusal), () -> true);
                live.forget(turn.id(), feed);
            }
        }
    }
}
