package dev.rechat.runlog.store;

import dev.rechat.runlog.RunLogUnavailableException;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.node.WorkflowNodeExecutionRepository;
import dev.rechat.runlog.transfer.RunLogTransfer;

/**
 * A place where run logs are kept. Every store keeps the whole contract; what one cannot do fails with {@link
 * UnsupportedOperationException}, it never pretends to have found nothing. Thread-safe and blocking.
 *
 * <p>A store that does not answer fails with {@link RunLogUnavailableException}; anything else that is thrown is a defect.
 * Inside one method either all is done or, where the store has no transactions, doing it again completes it.
 */
public interface RunLogStore {

    StoreName name();

    WorkflowRunRepository runs();

    WorkflowNodeExecutionRepository nodes();

    RunLogTransfer transfer();

    /** How the store is. Does not fail because the store is down: the report says it. */
    StoreReport report(Tenant tenant);
}
