package dev.rechat.local.apps;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the apps looked at once requests are answered; nobody waits for it. */
@Singleton
@Requires(property = "rechat.local.rounds")
class LookAtStart implements ApplicationEventListener<ServerStartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(LookAtStart.class);

    private final AppsAtStart apps;
    private volatile @Nullable Thread looking;
    private volatile boolean stopped;

    LookAtStart(AppsAtStart apps) {
        this.apps = apps;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent started) {
        looking = Thread.ofVirtual().name("apps-at-start").start(this::look);
    }

    private void look() {
        try {
            apps.look();
        } catch (RuntimeException failed) {
            if (!stopped) {
                LOG.warn("the apps could not be looked at, the next start looks again: {}", failed.toString());
            }
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
        Thread thread = looking;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
