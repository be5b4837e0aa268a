package dev.rechat.chat.turn;

import dev.rechat.chat.settings.TurnsConfiguration;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.UserRepository;
import dev.rechat.persistence.app.AppRepository;
import dev.rechat.persistence.turn.TurnRepository;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/**
 * How many answers may be made at a time, for one person and by one app. Whoever begins a turn holds the person's (and the
 * app's) row until it is stored, so that the limits hold across instances.
 */
@Singleton
class RunningLimits {

    private static final Duration COME_BACK = Duration.ofSeconds(5);

    private final TurnsConfiguration limits;
    private final UserRepository users;
    private final AppRepository apps;
    private final TurnRepository turns;

    RunningLimits(TurnsConfiguration limits, UserRepository users, AppRepository apps, TurnRepository turns) {
        this.limits = limits;
        this.users = users;
        this.apps = apps;
        this.turns = turns;
    }

    /**
     * To be called in the transaction that begins a turn, before it has read anything: what is counted is as old as its
     * first plain read, so both rows must be held before.
     */
    void check(UserId user, AppId app, Instant now) {
        boolean perUser = limits.maxRunningPerUser() > 0;
        boolean perApp = limits.maxRunningPerApp() > 0;
        if (perUser) {
            users.findByIdForUpdate(user);
        }
        if (perApp) {
            apps.findForUpdate(app);
        }
        if (perUser && turns.countRunning(user, now) >= limits.maxRunningPerUser()) {
            throw refusal("too many of your questions are being answered; wait for one to end");
        }
        if (perApp && turns.countRunningOfApp(app, now) >= limits.maxRunningPerApp()) {
            throw refusal("the app is busy with other questions; try again in a moment");
        }
    }

    private static RefusedException refusal(String message) {
        return new RefusedException(ErrorCode.RATE_LIMITED, message, COME_BACK);
    }
}
