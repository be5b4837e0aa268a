package dev.rechat.conversations.removal;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.log.LogField;
import dev.rechat.persistence.database.Deadlocks;
import dev.rechat.persistence.removal.DifyDeletion;
import dev.rechat.persistence.removal.DifyDeletionRepository;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that wait for their deletion at Dify, app by app. Every statement is a transaction of its own. */
@Singleton
final class DeletionQueue {

    private static final Logger LOG = LoggerFactory.getLogger(DeletionQueue.class);
    private static final int MOST_APPS = 100;
    private static final int ROWS = 1000;

    private final DifyDeletionRepository threads;
    private final Clock clock;

    DeletionQueue(DifyDeletionRepository threads, Clock clock) {
        this.threads = threads;
        this.clock = clock;
    }

    List<AppId> appsDue() {
        return threads.listAppsDue(clock.instant(), MOST_APPS).stream()
                .map(AppId::of)
                .toList();
    }

    List<DifyDeletion> due(AppId app, int most) {
        return threads.listDue(app, clock.instant(), most);
    }

    /** Begins an attempt. @return false when another makes it */
    boolean claim(DifyDeletion thread) {
        Instant next = clock.instant().plus(Pauses.after(thread.attempts() + 1));
        return threads.claim(thread.id(), thread.nextAttemptAt(), next) == 1;
    }

    void done(DifyDeletion thread) {
        threads.done(thread.id());
    }

    /** Ends an attempt in vain; when its app failed as a whole, for all of the app's threads that are due. */
    void failed(DifyDeletion thread, Attempt.Failed failure) {
        Instant now = clock.instant();
        int attempts = thread.attempts() + 1;
        Instant next = now.plus(failure.pause(attempts));
        threads.failed(thread.id(), attempts, failure.code(), next);
        long alike = failure.ofApp() ? failAlike(thread.appId(), now, failure.code(), next) : 0;
        LOG.atWarn()
                .addKeyValue(LogField.APP_ID, thread.appId())
                .addKeyValue(LogField.CODE, failure.code())
                .log("{} threads could not be deleted at Dify; tried again at {}", alike + 1, next);
    }

    /** Makes everything due. @return how many were not */
    long hurry() {
        Instant now = clock.instant();
        long all = 0;
        for (String app : threads.listApps(MOST_APPS)) {
            long some;
            do {
                some = Deadlocks.retry(() -> threads.hurry(AppId.of(app), now, ROWS));
                all += some;
            } while (some == ROWS);
        }
        return all;
    }

    private long failAlike(AppId app, Instant now, String code, Instant next) {
        long all = 0;
        long some;
        do {
            some = Deadlocks.retry(() -> threads.failedAlike(app, now, code, next, ROWS));
            all += some;
        } while (some == ROWS);
        return all;
    }
}
