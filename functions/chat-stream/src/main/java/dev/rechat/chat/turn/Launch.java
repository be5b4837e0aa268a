package dev.rechat.chat.turn;

import dev.rechat.chat.feed.TurnFeed;
import dev.rechat.chat.file.MessageFiles;
import dev.rechat.chat.file.TurnFiles;
import dev.rechat.chat.title.Naming;
import dev.rechat.chat.translate.DifyIds;
import dev.rechat.chat.translate.Replay;
import dev.rechat.chat.translate.Translation;
import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyStream;
import dev.rechat.kernel.error.AppException;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.turn.Turn;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Brings a stored turn on its way: opens its feed, has Dify asked, hands it to a producer; or ends it as refused. */
@Singleton
final class Launch {

    private final LiveTurns live;
    private final TurnProducers producers;
    private final TurnEnding ending;
    private final MessageFiles files;
    private final JsonMapper json;

    Launch(LiveTurns live, TurnProducers producers, TurnEnding ending, MessageFiles files, JsonMapper json) {
        this.live = live;
        this.producers = producers;
        this.ending = ending;
        this.files = files;
        this.json = json;
    }

    /** What Dify sends and how it is understood. */
    record Source(DifyStream stream, Translation translation) {}

    Source fresh(Turn turn, DifyStream stream) {
        var told = new TurnFiles(files, turn);
        return new Source(stream, new Translation(json, turn.difyConversationId(), told, System::nanoTime));
    }

    /** Of a run that another producer has followed before. @param earlier what readers know already */
    Source resumed(Turn turn, DifyStream stream, Replay earlier) {
        var told = new TurnFiles(files, turn);
        return new Source(stream, Translation.resumed(json, idsOf(turn), earlier, told, System::nanoTime));
    }

    /** Of a run that goes on after a form. @param text the answer so far */
    Source continued(Turn turn, DifyStream stream, String text) {
        var told = new TurnFiles(files, turn);
        Replay earlier = new Replay(text, Map.of(), Set.of());
        return new Source(stream, Translation.continued(json, idsOf(turn), earlier, told, System::nanoTime));
    }

    private static DifyIds.Known idsOf(Turn turn) {
        return new DifyIds.Known(
                turn.difyConversationId(), turn.difyMessageId(), turn.difyTaskId(), turn.workflowRunId());
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
