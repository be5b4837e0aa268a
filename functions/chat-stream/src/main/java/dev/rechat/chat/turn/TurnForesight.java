package dev.rechat.chat.turn;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.turn.TurnRepository;
import dev.rechat.usage.budget.Budgets;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Refuses what {@link TurnBeginnings} would, as far as that can be told before: for who is about to leave something at Dify. */
@Singleton
class TurnForesight {

    private final RunningLimits limits;
    private final Budgets budgets;
    private final TurnRepository turns;
    private final Clock clock;

    TurnForesight(RunningLimits limits, Budgets budgets, TurnRepository turns, Clock clock) {
        this.limits = limits;
        this.budgets = budgets;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * Stores nothing.
     *
     * @throws dev.rechat.kernel.error.RefusedException {@code turn_running}, {@code rate_limited}, {@code budget_exhausted}
     */
    @Transactional
    public void check(UserId user, AppId app, @Nullable ConversationId conversation) {
        Instant now = clock.instant();
        limits.check(user, app, now);
        budgets.requireLeft(user, app, now);
        if (conversation != null) {
            turns.findRunning(conversation, user)
                    .filter(running -> !running.abandoned(now))
                    .ifPresent(running -> {
                        throw Admission.running(running);
                    });
        }
    }
}
