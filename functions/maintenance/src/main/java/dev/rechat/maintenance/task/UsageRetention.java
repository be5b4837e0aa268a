package dev.rechat.maintenance.task;

import dev.rechat.maintenance.run.Batch;
import dev.rechat.maintenance.run.Batches;
import dev.rechat.maintenance.settings.RetentionDays;
import dev.rechat.persistence.database.Deadlocks;
import dev.rechat.persistence.maintenance.ExpiredRepository;
import dev.rechat.persistence.maintenance.TaskName;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Single turns of the ledger, by whole days; the sums of those days stay. */
@Singleton
final class UsageRetention extends RetentionTask {

    private final ExpiredRepository expired;

    UsageRetention(RetentionDays days, ExpiredRepository expired) {
        super(days, RetentionDays.USAGE);
        this.expired = expired;
    }

    @Override
    public TaskName name() {
        return TaskName.USAGE;
    }

    @Override
    long countOlder(Instant before) {
        return expired.countUsage(day(before));
    }

    @Override
    Batches removal(Instant before) {
        LocalDate day = day(before);
        return () -> Batch.of(Deadlocks.retry(() -> expired.removeUsage(day, Pruning.ROWS)), Pruning.ROWS);
    }

    /** A day of the house may still be the one before it elsewhere: rather a day longer than one too short. */
    private static LocalDate day(Instant before) {
        return LocalDate.ofInstant(before, ZoneOffset.UTC).minusDays(1);
    }
}
