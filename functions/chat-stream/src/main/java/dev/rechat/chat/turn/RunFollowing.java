package dev.rechat.chat.turn;

import dev.rechat.chat.feed.TurnFeed;
import dev.rechat.chat.json.StoredJson;
import dev.rechat.chat.translate.DifyIds;
import dev.rechat.chat.translate.Replay;
import dev.rechat.conversations.dify.DifyTargets;
import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyMode;
import dev.rechat.dify.DifyRejectedException;
import dev.rechat.dify.DifyRuns;
import dev.rechat.dify.DifyStream;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows runs of chatflows and workflows further: they live on at Dify when the connection that began them is gone. */
@Singleton
final class RunFollowing {

    private static final Logger LOG = LoggerFactory.getLogger(RunFollowing.class);

    /** How long a Dify that has just broken off is waited for: as long as a restart of its front takes. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ZERO, Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(2));

    private final DifyRuns runs;
    private final DifyTargets targets;
    private final StoredJson json;

    RunFollowing(DifyRuns runs, DifyTargets targets, StoredJson json) {
        this.runs = runs;
        this.targets = targets;
        this.json = json;
    }

    boolean possible(App app, DifyIds.Known ids) {
        DifyMode mode = DifyMode.of(app.mode());
        return ids.run() != null && (mode == DifyMode.ADVANCED_CHAT || mode == DifyMode.WORKFLOW);
    }

    /** From its beginning, by a snapshot. Empty when it cannot be followed. */
    Optional<DifyStream> follow(App app, UserId user, DifyIds.Known ids) {
        try {
            return ids.run() != null && possible(app, ids)
                    ? Optional.of(runs.events(targets.of(app), ids.run(), user.toString(), true))
                    : Optional.empty();
        } catch (DifyException unknown) {
            LOG.warn("run {} cannot be followed: {}", ids.run(), unknown.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Goes on after a connection that broke. Blocks for some seconds while Dify cannot be reached.
     *
     * @param feed what readers know already
     * @param wanted whether it is still worth while: a producer that is to leave must not be kept
     */
    Optional<Source> again(App app, UserId user, Source broken, TurnFeed feed, BooleanSupplier wanted)
            throws InterruptedException {
        DifyIds.Known ids = broken.translation().ids().known();
        String run = ids.run();
        if (run == null || !possible(app, ids)) {
            return Optional.empty();
        }
        for (Duration pause : PAUSES) {
            Thread.sleep(pause);
            if (!wanted.getAsBoolean()) {
                return Optional.empty();
            }
            try {
                DifyStream stream = runs.events(targets.of(app), run, user.toString(), true);
                Replay known = Replay.of(feed.framesAfter(0), json);
                return Optional.of(new Source(stream, broken.translation().resume(known)));
            } catch (DifyRejectedException unknown) {
                return Optional.empty();
            } catch (DifyException unwell) {
                LOG.warn("run {} cannot be followed yet: {}", run, unwell.getMessage());
            }
        }
        return Optional.empty();
    }
}
