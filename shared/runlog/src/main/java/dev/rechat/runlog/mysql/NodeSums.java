package dev.rechat.runlog.mysql;

import dev.rechat.kernel.id.AppId;
import dev.rechat.persistence.database.Statement;
import dev.rechat.runlog.Tenant;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How executions are summed up from their rows, by node: for a day that is rolled up, and for times that are not. */
final class NodeSums {

    /**
     * An execution begins after its run. The clocks of two of Dify's processes may differ, by nowhere near as much as this; it
     * spares the months before.
     */
    private static final Duration CLOCKS = Duration.ofDays(1);

    private NodeSums() {}

    /**
     * Of the runs of a time, without {@code GROUP BY}: their nodes by app, origin and node. From the runs to their nodes: which
     * runs are meant stands in an index, and what is summed up of a run's nodes in another, so no rows are read.
     *
     * @param start null for all that there are before the end
     */
    static Statement ofRuns(
            Statement statement, Tenant tenant, @Nullable AppId app, @Nullable Instant start, @Nullable Instant end) {
        String took =
                "CASE WHEN n.status IN ('succeeded', 'failed', 'exception', 'stopped', 'retry') THEN n.elapsed_ms END";
        return statement
                .add(
                        "SELECT STRAIGHT_JOIN n.app_id, r.triggered_from, n.node_id, MAX(n.created_at) AS newest, COUNT(*) AS executions,"
                                + " SUM(n.status IN ('failed', 'exception')) AS failures, COUNT(" + took + ") AS ended,"
                                + " COALESCE(SUM(" + took + "), 0) AS elapsed_ms, MAX(" + took + ") AS longest_ms"
                                + " FROM workflow_runs r FORCE INDEX ("
                                + (app == null ? "workflow_runs_time" : "workflow_runs_app") + ")"
                                + " JOIN workflow_node_executions n FORCE INDEX (workflow_node_executions_run)"
                                + " ON n.workflow_run_id = r.id AND n.tenant_id = r.tenant_id")
                .add(" WHERE r.tenant_id = ?", tenant.id())
                .addIf(" AND r.app_id = ?", app)
                .addIf(" AND r.created_at >= ?", start)
                .addIf(" AND n.created_at >= ?", start == null ? null : start.minus(CLOCKS))
                .addIf(" AND r.created_at < ?", end);
    }
}
