package dev.rechat.maintenance.task;

import dev.rechat.maintenance.run.Batches;
import dev.rechat.maintenance.run.Task;
import dev.rechat.persistence.maintenance.TaskName;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** A task that others know how to do. */
record SimpleTask(TaskName name, ToLongFunction<Instant> due, Function<Instant, Batches> work) implements Task {

    @Override
    public long count(Instant now) {
        return due.applyAsLong(now);
    }

    @Override
    public Batches begin(Instant now) {
        return work.apply(now);
    }
}
