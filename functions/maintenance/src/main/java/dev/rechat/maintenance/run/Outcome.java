package dev.rechat.maintenance.run;

import dev.rechat.persistence.maintenance.TaskName;

/** How a task's run ended. */
public sealed interface Outcome {

    TaskName task();

    /** How much was done, whatever came then. */
    long done();

    /** Nothing is left. */
    record Complete(TaskName task, long done) implements Outcome {}

    /** The time was over; the next run goes on. */
    record OutOfTime(TaskName task, long done) implements Outcome {}

    /** @param problem for operators; holds nothing that people wrote */
    record Failed(TaskName task, long done, String problem) implements Outcome {}
}
