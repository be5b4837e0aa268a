package dev.rechat.dify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells in the log that an app lives on its spare key; not more often than once in a while, since every call finds out. */
final class SpareKeyNotices {

    private static final Logger LOG = LoggerFactory.getLogger(SpareKeyNotices.class);

    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int MOST_APPS = 1000;

    private final Clock clock;
    private final SequencedMap<String, Instant> told = new LinkedHashMap<>();

    SpareKeyNotices(Clock clock) {
        this.clock = clock;
    }

    void spareKeyWorks(DifyApp app) {
        if (due(app.label())) {
            LOG.warn("Dify refuses the first key of app {}, and takes its spare key", app.label());
        }
    }

    private synchronized boolean due(String app) {
        Instant now = clock.instant();
        Instant last = told.get(app);
        if (last != null && now.isBefore(last.plus(PAUSE))) {
            return false;
        }
        if (told.size() >= MOST_APPS) {
            told.pollFirstEntry();
        }
        told.put(app, now);
        return true;
    }
}
