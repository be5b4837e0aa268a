package dev.rechat.maintenance.run;

/** One run of a task, for one thread. */
@FunctionalInterface
public interface Batches {

    /** Does some of it, in transactions that hold nobody up. Whoever stops after it leaves nothing half done. */
    Batch next();
}
