package dev.rechat.chat.turn;

import dev.rechat.chat.settings.TurnsConfiguration;
import dev.rechat.kernel.time.Deadline;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

/** Does something in time before a function's deadline. */
@Singleton
final class Departures {

    private final TaskScheduler scheduler;
    private final Clock clock;
    private final Duration margin;

    Departures(@Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler, Clock clock, TurnsConfiguration configuration) {
        this.scheduler = scheduler;
        this.clock = clock;
        this.margin = configuration.handoverMargin();
    }

    /**
     * @param deadline null for none
     * @param leave what is to be done; it must not block
     * @return takes it back
     */
    Runnable at(@Nullable Deadline deadline, Runnable leave) {
        if (deadline == null) {
            return () -> {};
        }
        Duration left = deadline.remaining(clock.instant()).minus(margin);
        ScheduledFuture<?> departure = scheduler.schedule(left.isNegative() ? Duration.ZERO : left, leave);
        return () -> departure.cancel(false);
    }
}
