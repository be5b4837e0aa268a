package dev.rechat.runlog.contract;

import dev.rechat.runlog.node.WorkflowNodeExecutionRepository;
import dev.rechat.runlog.store.RunLogStore;
import dev.rechat.runlog.store.WorkflowRunRepository;
import dev.rechat.runlog.transfer.RunLogTransfer;

/** Which store is tried. Each test has records of a tenant of its own, so that tests share one store. */
public abstract class StoreContract {

    protected final Samples samples = new Samples();

    protected abstract RunLogStore store();

    /** What a store does of its own accord when days are over (a roll-up); readers must not see that it was done. */
    protected void settle() {}

    protected final WorkflowRunRepository runs() {
        return store().runs();
    }

    protected final WorkflowNodeExecutionRepository nodes() {
        return store().nodes();
    }

    protected final RunLogTransfer transfer() {
        return store().transfer();
    }
}
