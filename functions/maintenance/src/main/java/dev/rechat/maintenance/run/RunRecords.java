package dev.rechat.maintenance.run;

import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.persistence.database.Deadlocks;
import dev.rechat.persistence.maintenance.MaintenanceRun;
import dev.rechat.persistence.maintenance.MaintenanceRunRepository;
import dev.rechat.persistence.maintenance.TaskName;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Writes down what is done. Of runs that found nothing to do only a task's last one stays. */
@Singleton
class RunRecords {

    private final MaintenanceRunRepository runs;
    private final IdGenerator ids;
    private final Clock clock;

    RunRecords(MaintenanceRunRepository runs, IdGenerator ids, Clock clock) {
        this.runs = runs;
        this.ids = ids;
        this.clock = clock;
    }

    /** @return the record's id */
    String begin(TaskName task) {
        String id = ids.next().toString();
        runs.save(new MaintenanceRun(id, task.wireName(), clock.instant(), null, 0, null));
        return id;
    }

    void advance(String id, long done) {
        runs.advance(id, done);
    }

    void finish(String id, TaskName task, long done, @Nullable String problem) {
        runs.finish(id, done, problem, clock.instant());
        Deadlocks.retry(() -> runs.removeIdle(task.wireName(), id));
    }
}
