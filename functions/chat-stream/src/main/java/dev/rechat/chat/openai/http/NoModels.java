package dev.rechat.chat.openai.http;

import dev.rechat.kernel.health.HealthNote;
import dev.rechat.persistence.app.AppRepository;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Why a list of models is empty: a program shows nothing then, and its person looks for the fault there. Thread-safe. */
@Singleton
final class NoModels implements HealthNote {

    private static final Logger LOG = LoggerFactory.getLogger(NoModels.class);

    private final AppRepository apps;
    private final Set<Cause> told = EnumSet.noneOf(Cause.class);

    NoModels(AppRepository apps) {
        this.apps = apps;
    }

    private enum Cause {
        NO_APPS("no app has been added; add one in the administration"),
        NONE_ENABLED("no app is switched on; switch one on in the administration"),
        NONE_FOR_OWNER(
                "no app is for the owner of this key, or within its list of apps; make one visible to all, or to a group of this person");

        private final String remedy;

        Cause(String remedy) {
            this.remedy = remedy;
        }
    }

    /** Logs why somebody was given none, each cause once in the life of this process. */
    void explain() {
        Cause cause = houses();
        synchronized (told) {
            if (!told.add(cause)) {
                return;
            }
        }
        LOG.warn("GET /v1/models is empty: {}", cause.remedy);
    }

    @Override
    public String name() {
        return "models";
    }

    /** Of the house as a whole: {@code ready}, {@code no_apps} or {@code none_enabled}. */
    @Override
    public String tell() {
        Cause cause = houses();
        return cause == Cause.NONE_FOR_OWNER ? "ready" : cause.name().toLowerCase(Locale.ROOT);
    }

    private Cause houses() {
        if (apps.countEnabled() > 0) {
            return Cause.NONE_FOR_OWNER;
        }
        return apps.countAll() == 0 ? Cause.NO_APPS : Cause.NONE_ENABLED;
    }
}
