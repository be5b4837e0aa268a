package dev.rechat.runlog.mysql;

import dev.rechat.persistence.database.Statement;
import dev.rechat.runlog.Tenant;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Figures of nodes by whole days of UTC, those in which their runs began. Which days are known is {@link RunRollUp}'s to say. */
@Singleton
class NodeRollUp {

    private final RunLogDatabase database;

    NodeRollUp(RunLogDatabase database) {
        this.database = database;
    }

    /** Counts one day anew. Part of the transaction that marks the day. */
    void roll(Tenant tenant, LocalDate day) {
        database.change(new Statement()
                .add("DELETE FROM workflow_node_days WHERE tenant_id = ? AND day = ?", tenant.id(), day));
        database.change(rolling(tenant, day));
    }

    /** Type and title are those of the newest execution: one row is read for each node. */
    static Statement rolling(Tenant tenant, LocalDate day) {
        Statement statement = new Statement()
                .add(
                        "INSERT INTO workflow_node_days (tenant_id, day, app_id, triggered_from, node_id, node_type, title,"
                                + " newest, executions, failures, ended, elapsed_ms, longest_ms)")
                .add(" SELECT ?, ?, s.app_id, s.triggered_from, s.node_id,", tenant.id(), day)
                .add(" MAX(n.node_type), MAX(n.title), MAX(s.newest), MAX(s.executions), MAX(s.failures), MAX(s.ended),"
                        + " MAX(s.elapsed_ms), MAX(s.longest_ms) FROM (");
        return NodeSums.ofRuns(statement, tenant, null, start(day), start(day.plusDays(1)))
                .add(" GROUP BY n.app_id, r.triggered_from, n.node_id) AS s"
                        + " JOIN workflow_node_executions n FORCE INDEX (workflow_node_executions_node)")
                .add(" ON n.tenant_id = ?", tenant.id())
                .add(" AND n.app_id = s.app_id AND n.node_id = s.node_id AND n.created_at = s.newest"
                        + " GROUP BY s.app_id, s.triggered_from, s.node_id");
    }

    /** The days of runs, as far as they are there. Whoever writes a run that comes later forgets its day himself. */
    Set<LocalDate> days(Tenant tenant, Collection<String> runIds) {
        Set<LocalDate> days = new TreeSet<>();
        for (List<String> part : Limits.parts(runIds)) {
            days.addAll(database.read(days(tenant, part), row -> LocalDate.parse(row.getString(1))));
        }
        return days;
    }

    /** An index knows all that is asked. */
    static Statement days(Tenant tenant, List<String> runIds) {
        return new Statement()
                .add("SELECT DISTINCT DATE(created_at) FROM workflow_runs FORCE INDEX (workflow_runs_id)")
                .add(" WHERE tenant_id = ? AND id IN ", tenant.id())
                .addList(runIds);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
