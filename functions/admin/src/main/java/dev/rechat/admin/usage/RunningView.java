package dev.rechat.admin.usage;

import dev.rechat.persistence.usage.RunningTurns;
import dev.rechat.usage.report.AppLabel;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;

/** What is being answered now: in all, and by app, the app with the most first. */
@Serdeable
record RunningView(long turns, List<OfApp> apps) {

    /**
     * @param people whose they are
     * @param abandoned of the turns, those that nobody produces any more; whoever reads one next settles it
     * @param oldestAt when the one began that has run longest
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record OfApp(AppLabel app, long turns, long people, long abandoned, Instant oldestAt) {

        static OfApp of(RunningTurns running, AppLabel app) {
            return new OfApp(app, running.turns(), running.people(), running.abandoned(), running.oldest());
        }
    }
}
