package dev.rechat.maintenance.task;

import dev.rechat.maintenance.run.Batch;
import dev.rechat.maintenance.run.Batches;
import dev.rechat.maintenance.run.Task;
import dev.rechat.maintenance.settings.RetentionDays;
import java.time.Instant;
import java.util.Optional;

/** A task that has nothing to do while its setting keeps everything. */
abstract class RetentionTask implements Task {

    private static final Batch NOTHING = new Batch(0, false);

    private final RetentionDays days;
    private final String setting;

    RetentionTask(RetentionDays days, String setting) {
        this.days = days;
        this.setting = setting;
    }

    @Override
    public final long count(Instant now) {
        Optional<Instant> before = days.before(setting, now);
        return before.isPresent() ? countOlder(before.get()) : 0;
    }

    @Override
    public final Batches begin(Instant now) {
        return days.before(setting, now).map(this::removal).orElse(() -> NOTHING);
    }

    abstract long countOlder(Instant before);

    abstract Batches removal(Instant before);
}
