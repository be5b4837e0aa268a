package dev.rechat.runlog.mysql;

import dev.rechat.persistence.database.Statement;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.run.RelatedCounts;
import dev.rechat.runlog.store.WorkflowRunRepository.Expiry;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Lets go of what is old: whole months first, what is left of it in batches. Figures of days are kept before. */
@Singleton
class Expiring {

    private final RunLogDatabase database;
    private final RunRollUp rollUp;
    private final RunLogPartitions partitions;

    Expiring(RunLogDatabase database, RunRollUp rollUp, RunLogPartitions partitions) {
        this.database = database;
        this.rollUp = rollUp;
        this.partitions = partitions;
    }

    Expiry expire(Tenant tenant, Instant before, int batchSize) {
        Limits.check(batchSize);
        rollUp.close(tenant, before);
        List<String> months = partitions.drop(tenant, before);
        long left = batchSize;
        long offloads = delete("workflow_node_execution_offload", tenant, before, left);
        left -= offloads;
        long nodes = delete("workflow_node_executions", tenant, before, left);
        left -= nodes;
        long logs = delete("workflow_app_logs", tenant, before, left);
        left -= logs;
        long runs = delete("workflow_runs", tenant, before, left);
        left -= runs;
        return new Expiry(new RelatedCounts(runs, nodes, offloads, logs, 0, 0), months, left == 0);
    }

    /** Runs stay longest, so that who is interrupted still finds what to do the rest of. */
    private long delete(String table, Tenant tenant, Instant before, long most) {
        if (most == 0) {
            return 0;
        }
        return database.transaction(() -> database.change(new Statement()
                .add(
                        "DELETE FROM " + table
                                + " WHERE tenant_id = ? AND created_at < ? ORDER BY created_at, id LIMIT ?",
                        tenant.id(),
                        before,
                        (int) most)));
    }
}
