package dev.rechat.conversations.removal;

import dev.rechat.conversations.dify.DifyTargets;
import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyMessages;
import dev.rechat.dify.DifyMode;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppRepository;
import dev.rechat.persistence.removal.DifyDeletion;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Dify to delete one thread. Blocks as long as the Dify client allows. */
@Singleton
final class ThreadDeletion {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadDeletion.class);

    private final AppRepository apps;
    private final DifyTargets targets;
    private final DifyMessages dify;

    ThreadDeletion(AppRepository apps, DifyTargets targets, DifyMessages dify) {
        this.apps = apps;
        this.targets = targets;
        this.dify = dify;
    }

    /** An app that is switched off keeps its key, and what people had there goes all the same. */
    Attempt attempt(DifyDeletion thread) {
        Optional<App> app = apps.findById(thread.appId());
        return app.isEmpty() ? Attempt.Failed.APP_UNKNOWN : attempt(thread, app.get());
    }

    private Attempt attempt(DifyDeletion thread, App app) {
        if (!converses(app)) {
            return new Attempt.Done();
        }
        try {
            dify.deleteConversation(targets.of(app), thread.userId().toString(), thread.difyConversationId());
            return new Attempt.Done();
        } catch (DifyException failure) {
            return Attempt.failed(failure);
        } catch (IllegalStateException | IllegalArgumentException ourFault) { // a key that does not open, a bad address
            LOG.error("app {}: threads cannot be deleted", app.id(), ourFault);
            return Attempt.Failed.OUR_FAULT;
        }
    }

    private static boolean converses(App app) {
        return switch (DifyMode.of(app.mode())) {
            case CHAT, AGENT_CHAT, ADVANCED_CHAT, AGENT, UNKNOWN -> true;
            case COMPLETION, WORKFLOW -> false;
        };
    }
}
