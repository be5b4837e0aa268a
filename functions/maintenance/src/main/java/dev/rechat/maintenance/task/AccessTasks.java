package dev.rechat.maintenance.task;

import static dev.rechat.maintenance.task.Pruning.ROWS;

import dev.rechat.kernel.id.TimeOrder;
import dev.rechat.maintenance.run.Task;
import dev.rechat.persistence.attempt.AttemptRepository;
import dev.rechat.persistence.maintenance.ExpiredAccessRepository;
import dev.rechat.persistence.maintenance.TaskName;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;

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
                Pruning.walking(
                        (after, before) -> expired.listSessions(after, TimeOrder.startOf(before), before, ROWS),
                        expired::removeSessions));
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
                Pruning.walking((after, before) -> expired.listLinks(after, before, ROWS), expired::removeLinks));
    }

    @Singleton
    Task devices() {
        return new Pruning(
                TaskName.KNOWN_DEVICES,
                DEVICES,
                expired::countDevices,
                Pruning.walking((after, before) -> expired.listDevices(after, before, ROWS), expired::removeDevices));
    }

    @Singleton
    Task attempts(AttemptRepository attempts) {
        return new Pruning(
                TaskName.ATTEMPT_COUNTERS,
                ATTEMPTS,
                expired::countAttempts,
                Pruning.removing(before -> attempts.removeOlder(before, ROWS)));
    }
}
