package dev.rechat.chat.turn;

import dev.rechat.conversations.dify.DifyTargets;
import dev.rechat.dify.DifyClient;
import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyMode;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import jakarta.inject.Singleton;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Dify to stop answering. */
@Singleton
final class DifyStops {

    private static final Logger LOG = LoggerFactory.getLogger(DifyStops.class);

    private final DifyClient dify;
    private final DifyTargets targets;

    DifyStops(DifyClient dify, DifyTargets targets) {
        this.dify = dify;
        this.targets = targets;
    }

    /** @return whether Dify has taken it; that it obeys shows in the stream only */
    boolean ask(App app, UserId user, String task) {
        try {
            dify.stop(targets.of(app), DifyMode.of(app.mode()), task, user.toString());
            return true;
        } catch (DifyException unheard) {
            LOG.warn("Dify was not told to stop: {}", unheard.getMessage());
            return false;
        } catch (CancellationException interrupted) {
            return false;
        }
    }
}
