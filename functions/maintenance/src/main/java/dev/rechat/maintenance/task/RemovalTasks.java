package dev.rechat.maintenance.task;

import dev.rechat.accounts.deletion.AccountDeletion;
import dev.rechat.conversations.removal.DifyDeletions;
import dev.rechat.conversations.removal.Removals;
import dev.rechat.maintenance.run.Batch;
import dev.rechat.maintenance.run.Task;
import dev.rechat.persistence.maintenance.TaskName;
import dev.rechat.persistence.removal.DifyDeletionRepository;
import dev.rechat.runlog.erasure.RunErasures;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** What people have removed, as far as it is not gone yet. */
@Factory
final class RemovalTasks {

    private static final int CONVERSATIONS = 50;

    /** Dify is asked for each of them. */
    private static final int THREADS = 20;

    private static final int RUNS = 50;

    @Singleton
    Task trash(Removals removals) {
        return new SimpleTask(
                TaskName.TRASH,
                now -> removals.countDue(),
                now -> () -> Batch.of(removals.removeDue(CONVERSATIONS), CONVERSATIONS));
    }

    /** A thread that Dify does not let go of is tried again after a pause: the task has nothing to do with it until then. */
    @Singleton
    Task difyDeletions(DifyDeletions threads, DifyDeletionRepository noted) {
        return new SimpleTask(TaskName.DIFY_DELETIONS, noted::countDue, now -> () -> {
            int gone = threads.workOff(THREADS);
            return new Batch(gone, gone > 0);
        });
    }

    /** A store that is away is tried again after a pause. */
    @Singleton
    Task runErasures(RunErasures runs) {
        return new SimpleTask(TaskName.RUN_ERASURES, now -> runs.countDue(), now -> () -> {
            int erased = runs.workOff(RUNS);
            return new Batch(erased, erased > 0);
        });
    }

    @Singleton
    Task accountDeletions(AccountDeletion deletion) {
        return new SimpleTask(TaskName.ACCOUNT_DELETIONS, now -> deletion.countInterrupted(), now -> () -> {
            int finished = deletion.finishInterrupted();
            return new Batch(finished, finished > 0);
        });
    }
}
