package dev.rechat.local.apps;

import dev.rechat.conversations.dify.DifyTargets;
import dev.rechat.conversations.probe.DifyProblems;
import dev.rechat.conversations.probe.ProbeStep;
import dev.rechat.dify.DifyApp;
import dev.rechat.dify.DifyClient;
import dev.rechat.dify.DifyException;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppPlace;
import dev.rechat.persistence.app.AppRepository;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Dify for every app that is switched on, and logs those that do not work with what to mend. A process that stays can
 * afford it; a function never does this.
 */
@Singleton
final class AppsAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(AppsAtStart.class);
    private static final int PAGE = 100;

    private final AppRepository apps;
    private final DifyTargets targets;
    private final DifyClient dify;

    AppsAtStart(AppRepository apps, DifyTargets targets, DifyClient dify) {
        this.apps = apps;
        this.targets = targets;
        this.dify = dify;
    }

    /** Blocks until all have been looked at, or the thread is interrupted. */
    void look() {
        int looked = 0;
        int broken = 0;
        List<App> page = apps.listAfter(AppPlace.START, PAGE);
        while (!page.isEmpty() && !Thread.currentThread().isInterrupted()) {
            for (App app : page.stream().filter(App::enabled).toList()) {
                looked++;
                Optional<String> problem = problem(app);
                if (problem.isPresent()) {
                    broken++;
                    LOG.warn("app {} does not work: {}", app.slug(), problem.get());
                }
            }
            page = apps.listAfter(AppPlace.of(page.getLast()), PAGE);
        }
        if (looked == 0) {
            LOG.warn("no app is switched on: add one in the administration, or switch one on");
        } else {
            LOG.info("looked at {} apps, {} of them do not work", looked, broken);
        }
    }

    private Optional<String> problem(App app) {
        DifyApp target;
        try {
            target = targets.of(app);
        } catch (IllegalStateException sealed) {
            return Optional.of("its key does not open; RECHAT_SECRETS_KEYS must hold the key that it was sealed with");
        } catch (IllegalArgumentException incomplete) {
            return Optional.of("its base URL or its key is none; enter both again in the administration");
        }
        try {
            String mode = dify.info(target).mode().wireName();
            return mode.equals(app.mode())
                    ? Optional.empty()
                    : Optional.of("it is of the kind %s at Dify and was %s; enter its key again in the administration"
                            .formatted(mode, app.mode()));
        } catch (DifyException failed) {
            return Optional.of(DifyProblems.of(failed, ProbeStep.INFO).message());
        }
    }
}
