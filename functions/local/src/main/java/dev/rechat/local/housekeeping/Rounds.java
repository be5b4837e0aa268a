package dev.rechat.local.housekeeping;

import dev.rechat.maintenance.run.LoggedProgress;
import dev.rechat.maintenance.run.Maintenance;
import dev.rechat.maintenance.run.TimeBudget;
import dev.rechat.persistence.maintenance.TaskName.Rhythm;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Does beside requests what a schedule does elsewhere, whether or not anybody comes by. Not in a command, which shares the
 * class path with the server.
 */
@Singleton
@Requires(property = "rechat.local.rounds")
class Rounds {

    private final Maintenance maintenance;
    private volatile TimeBudget minute = TimeBudget.endless();
    private volatile TimeBudget hour = TimeBudget.endless();

    Rounds(Maintenance maintenance) {
        this.maintenance = maintenance;
    }

    /** The pause begins when the work is done. What fails is logged, written down, and done again. */
    @Scheduled(initialDelay = "1m", fixedDelay = "1m")
    void everyMinute() {
        minute = TimeBudget.of(Duration.ofMinutes(1));
        maintenance.run(maintenance.tasks(Rhythm.MINUTE), minute, new LoggedProgress());
    }

    @Scheduled(initialDelay = "5m", fixedDelay = "1h")
    void everyHour() {
        hour = TimeBudget.of(Duration.ofMinutes(30));
        maintenance.run(maintenance.tasks(Rhythm.HOUR), hour, new LoggedProgress());
    }

    /** What is not done by now is done by the next process. */
    @PreDestroy
    void stop() {
        minute.cut();
        hour.cut();
    }
}
