package dev.rechat.runlog.erasure;

import dev.rechat.persistence.removal.RunErasure;
import dev.rechat.persistence.removal.RunErasureRepository;
import dev.rechat.runlog.RunLogUnavailableException;
import dev.rechat.runlog.payload.PayloadStore;
import dev.rechat.runlog.settings.RunLogStores;
import dev.rechat.runlog.store.RunLogStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works off what removed conversations leave in run logs, in every store there is: records may have fallen back to another one, or
 * been moved. Each run twice in every store, for a record may have been on its way the first time, be it to its store or from one
 * to another. Several processes may do it at once.
 * Thread-safe.
 */
@Singleton
public final class RunErasures {

    private static final Logger LOG = LoggerFactory.getLogger(RunErasures.class);

    /** Longer than a record waits to be written, but when stores are away for long. */
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private static final int TIMES = 2;

    private final RunErasureRepository noted;
    private final RunLogStores stores;
    private final Optional<PayloadStore> payloads;
    private final Clock clock;

    RunErasures(RunErasureRepository noted, RunLogStores stores, Optional<PayloadStore> payloads, Clock clock) {
        this.noted = noted;
        this.stores = stores;
        this.payloads = payloads;
        this.clock = clock;
    }

    /** How many runs are due. */
    public long countDue() {
        return noted.countDue(clock.instant());
    }

    /** Erases the content of some runs that are due. @return how many */
    public int workOff(int limit) {
        Instant now = clock.instant();
        int worked = 0;
        for (RunErasure due : noted.listDue(now, limit)) {
            if (noted.claim(due.runId(), due.nextAttemptAt(), now.plus(AGAIN)) == 1) {
                worked++;
                if (erased(due)) {
                    noted.erased(due.runId());
                    if (due.attempts() + 1 >= TIMES) {
                        noted.done(due.runId());
                    }
                }
            }
        }
        return worked;
    }

    /** What can be erased is, though another store is away. @return whether all were there */
    private boolean erased(RunErasure due) {
        boolean all = true;
        boolean known = true; // while the chosen store, which is asked first, is away, nobody can say that it does not
        for (RunLogStore store : stores.all()) {
            boolean chosen = store == stores.chosen();
            RunErasing erasing = new RunErasing(store, payloads.orElse(null), stores.tenant(), clock.instant());
            try {
                boolean there = erasing.erase(due.appId(), due.runId(), chosen || !known);
                known = chosen ? there : known;
            } catch (RunLogUnavailableException away) {
                LOG.warn(
                        "run {} of a removed conversation keeps its content for now: {}",
                        due.runId(),
                        away.getMessage());
                all = false;
            }
        }
        return all;
    }
}
