package dev.rechat.maintenance.task;

import static dev.rechat.maintenance.task.Pruning.ROWS;

import dev.rechat.kernel.id.TimeOrder;
import dev.rechat.maintenance.run.Batch;
import dev.rechat.maintenance.run.Batches;
import dev.rechat.maintenance.run.Task;
import dev.rechat.persistence.attempt.AttemptRepository;
import dev.rechat.persistence.database.Deadlocks;
import dev.rechat.persistence.maintenance.ExpiredAccessRepository;
import dev.rechat.persistence.maintenance.TaskName;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What once let people in: kept somewhat longer than it holds, so that its owner can still look it up. */
@Factory
final class AccessTasks {

    /** A session ends thirty days after it was last heard from. */
    private static final Duration SESSIONS = Duration.ofDays(60);

    private static final Duration TOKENS = Duration.ofDays(1);
    private static final Duration LINKS = Duration.ofDays(7);

    /** As long as the cookie that names them. */
    private static final Duration DEVICES = Duration.ofDays(400);

    /** As those who count them do now and then. */
    private static final Duration ATTEMPTS = Duration.ofDays(60);

    private final ExpiredAccessRepository expired;

    AccessTasks(ExpiredAccessRepository expired) {
        this.expired = expired;
    }

    @Singleton
    Task sessions() {
        return new Pruning(
                TaskName.SESSIONS,
                SESSIONS,
                before -> expired.countSessions(TimeOrder.startOf(before), before),
                SessionWalk::new);
    }

    @Singleton
    Task refreshTokens() {
        return new Pruning(
                TaskName.REFRESH_TOKENS,
                TOKENS,
                before -> expired.countTokens(TimeOrder.startOf(before), before),
                Pruning.removing(before -> expired.removeTokens(TimeOrder.startOf(before), before, ROWS)));
    }

    @Singleton
    Task links() {
        return new Pruning(
                TaskName.ONE_TIME_LINKS,
                LINKS,
                expired::countLinks,
                Pruning.picking(before -> expired.listLinks(before, ROWS), expired::removeLinks));
    }

    @Singleton
    Task devices() {
        return new Pruning(
                TaskName.KNOWN_DEVICES,
                DEVICES,
                expired::countDevices,
                Pruning.picking(before -> expired.listDevices(before, ROWS), expired::removeDevices));
    }

    @Singleton
    Task attempts(AttemptRepository attempts) {
        return new Pruning(
                TaskName.ATTEMPT_COUNTERS,
                ATTEMPTS,
                expired::countAttempts,
                Pruning.removing(before -> attempts.removeOlder(before, ROWS)));
    }

    /** Sessions in the order of their ids: those that go on lie between the old ones and are passed over once. */
    private final class SessionWalk implements Batches {

        private final Instant before;
        private String after = "";

        SessionWalk(Instant before) {
            this.before = before;
        }

        @Override
        public Batch next() {
            List<String> some = expired.listSessions(after, TimeOrder.startOf(before), before, ROWS);
            if (some.isEmpty()) {
                return new Batch(0, false);
            }
            after = some.getLast();
            return new Batch(Deadlocks.retry(() -> expired.removeSessions(some, before)), some.size() == ROWS);
        }
    }
}
