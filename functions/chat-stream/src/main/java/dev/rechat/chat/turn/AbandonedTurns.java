package dev.rechat.chat.turn;

import dev.rechat.chat.event.TurnEvent;
import dev.rechat.chat.feed.TurnFeed;
import dev.rechat.chat.journal.TurnLog;
import dev.rechat.chat.json.StoredJson;
import dev.rechat.chat.runlog.RunEnd;
import dev.rechat.chat.runlog.RunRecorders;
import dev.rechat.chat.title.Naming;
import dev.rechat.chat.translate.DifyIds;
import dev.rechat.chat.translate.Replay;
import dev.rechat.dify.DifyStream;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppRepository;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.runlog.run.AppLogSource;
import dev.rechat.turns.log.CaughtUp;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles turns whose producer died or had to leave: a run that Dify still knows is followed further from here, anything
 * else ends with the text that came.
 */
@Singleton
final class AbandonedTurns {

    private static final Logger LOG = LoggerFactory.getLogger(AbandonedTurns.class);

    /** Nobody asked for it now. */
    private static final Caller NOBODY = new Caller("takeover", null, null, AppLogSource.WEB_APP);

    private final TurnStore store;
    private final TurnLog log;
    private final AppRepository apps;
    private final RunFollowing following;
    private final DifyStops stops;
    private final TurnEnding ending;
    private final TurnProducers producers;
    private final Sources sources;
    private final RunRecorders recorders;
    private final StoredJson json;

    AbandonedTurns(
            TurnStore store,
            TurnLog log,
            AppRepository apps,
            RunFollowing following,
            DifyStops stops,
            TurnEnding ending,
            TurnProducers producers,
            Sources sources,
            RunRecorders recorders,
            StoredJson json) {
        this.store = store;
        this.log = log;
        this.apps = apps;
        this.following = following;
        this.stops = stops;
        this.ending = ending;
        this.producers = producers;
        this.sources = sources;
        this.recorders = recorders;
        this.json = json;
    }

    enum Settled {
        PRODUCED_HERE,
        ENDED,
        TAKEN_BY_ANOTHER
    }

    /** @param feed gets the events it lacks, and the end where the turn ends by this */
    Settled settle(Turn turn, TurnFeed feed) {
        if (!store.takeOver(turn)) {
            return Settled.TAKEN_BY_ANOTHER;
        }
        log.readInto(feed, turn);
        App app = apps.findById(turn.appId()).orElse(null);
        DifyIds.Known ids = Sources.idsOf(turn);
        int written = feed.size();
        Replay replay = Replay.of(feed.framesAfter(0), json);
        if (CaughtUp.needed(turn)) {
            feed.skip(CaughtUp.SKIPPED);
            feed.append(new TurnEvent.Replace(replay.text(), CaughtUp.REASON));
        }
        if (turn.stopRequestedAt() != null) {
            end(turn, feed, replay, ids, TurnEnd.stopped(stop(turn, app)));
            record(turn, app, RunEnd.STOPPED);
            return Settled.ENDED;
        }
        Optional<DifyStream> run = app == null ? Optional.empty() : following.follow(app, turn.userId(), ids);
        if (run.isEmpty()) {
            LOG.warn("turn {} was abandoned by its producer and ends as interrupted", turn.id());
            end(turn, feed, replay, ids, TurnEnd.interrupted());
            record(turn, app, RunEnd.BROKEN);
            return Settled.ENDED;
        }
        var source = sources.resumed(turn, run.get(), replay);
        producers.start(
                new TurnProducers.Job(turn, Objects.requireNonNull(app), source, feed, written, Naming.NONE, NOBODY));
        return Settled.PRODUCED_HERE;
    }

    private void record(Turn turn, @Nullable App app, RunEnd how) {
        if (app != null) {
            recorders.abandoned(turn, app, how);
        }
    }

    private TurnStatus stop(Turn turn, @Nullable App app) {
        String task = turn.difyTaskId();
        boolean told = app != null && task != null && stops.ask(app, turn.userId(), task);
        return told ? TurnStatus.STOPPED : TurnStatus.STOP_UNCONFIRMED;
    }

    private void end(Turn turn, TurnFeed feed, Replay replay, DifyIds.Known ids, TurnEnd end) {
        ending.end(feed, Remains.abandoned(turn, replay.text(), ids), end, () -> true);
    }
}
