package dev.rechat.runlog.mysql;

import dev.rechat.kernel.id.AppId;
import dev.rechat.persistence.database.Statement;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.node.NodeOutline;
import dev.rechat.runlog.node.NodeStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** The nodes of a run without their mappings, which the server need not even read: they lie beside the rows. */
final class NodeOutlines {

    private NodeOutlines() {}

    static Statement of(Tenant tenant, AppId app, String runId) {
        return new Statement()
                .add(
                        "SELECT id, predecessor_node_id, node_id, node_type, title, `index`, status, error, elapsed_ms,"
                                + " execution_metadata, iteration_id, loop_id, created_at, finished_at"
                                + " FROM workflow_node_executions FORCE INDEX (workflow_node_executions_run)"
                                + " WHERE workflow_run_id = ? AND tenant_id = ? AND app_id = ?"
                                + " ORDER BY created_at, `index`, id",
                        runId,
                        tenant.id(),
                        app);
    }

    static NodeOutline read(ResultSet row) throws SQLException {
        return new NodeOutline(
                row.getString("id"),
                row.getString("predecessor_node_id"),
                row.getString("node_id"),
                row.getString("node_type"),
                row.getString("title"),
                row.getInt("index"),
                NodeStatus.of(row.getString("status")),
                row.getString("error"),
                Duration.ofMillis(row.getLong("elapsed_ms")),
                row.getString("execution_metadata"),
                row.getString("iteration_id"),
                row.getString("loop_id"),
                Table.sureTime(row, "created_at"),
                Table.time(row, "finished_at"));
    }
}
