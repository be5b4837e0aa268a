package dev.rechat.runlog.mysql;

import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.node.WorkflowNodeExecutionRepository;
import dev.rechat.runlog.store.RunLogStore;
import dev.rechat.runlog.store.StoreName;
import dev.rechat.runlog.store.StoreReport;
import dev.rechat.runlog.store.WorkflowRunRepository;
import dev.rechat.runlog.transfer.RunLogTransfer;
import jakarta.inject.Singleton;

/** Run logs in the database that everything else is in: there wherever there is a database. */
@Singleton
public class MySqlRunLogStore implements RunLogStore {

    private final MySqlRuns runs;
    private final MySqlNodes nodes;
    private final MySqlTransfer transfer;
    private final Reporting reporting;

    MySqlRunLogStore(MySqlRuns runs, MySqlNodes nodes, MySqlTransfer transfer, Reporting reporting) {
        this.runs = runs;
        this.nodes = nodes;
        this.transfer = transfer;
        this.reporting = reporting;
    }

    @Override
    public StoreName name() {
        return StoreName.MYSQL;
    }

    @Override
    public WorkflowRunRepository runs() {
        return runs;
    }

    @Override
    public WorkflowNodeExecutionRepository nodes() {
        return nodes;
    }

    @Override
    public RunLogTransfer transfer() {
        return transfer;
    }

    @Override
    public StoreReport report(Tenant tenant) {
        return reporting.report(tenant);
    }
}
