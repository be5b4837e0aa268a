package dev.rechat.runlog.mysql;

import dev.rechat.kernel.id.AppId;
import dev.rechat.persistence.database.Statement;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.node.NodeCounts;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.NodeOutline;
import dev.rechat.runlog.node.NodeSnapshot;
import dev.rechat.runlog.node.Offload;
import dev.rechat.runlog.node.WorkflowNodeExecutionRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Node executions and their offloads. */
@Singleton
class MySqlNodes implements WorkflowNodeExecutionRepository {

    private static final String OF_RUN =
            " FROM workflow_node_executions FORCE INDEX (workflow_node_executions_run) WHERE workflow_run_id = ?";

    private static final String IN_ORDER = " ORDER BY created_at, `index`, id";

    private final RunLogDatabase database;
    private final Writing writing;
    private final RunRollUp rollUp;

    MySqlNodes(RunLogDatabase database, Writing writing, RunRollUp rollUp) {
        this.database = database;
        this.writing = writing;
        this.rollUp = rollUp;
    }

    @Override
    public void save(NodeExecution execution) {
        writing.write(NodeRows.TABLE, List.of(execution), false);
    }

    @Override
    public void save(Offload offload) {
        writing.write(Tables.OFFLOADS, List.of(offload), false);
    }

    @Override
    public Optional<NodeExecution> findLast(Tenant tenant, AppId app, String workflowId, String nodeId) {
        return database.first(
                NodeRows.TABLE
                        .select(tenant, "workflow_node_executions_node")
                        .add(
                                " AND app_id = ? AND node_id = ? AND workflow_id = ? AND status <> 'paused'"
                                        + " ORDER BY created_at DESC, `index` DESC, id DESC LIMIT 1",
                                app,
                                nodeId,
                                workflowId),
                NodeRows.TABLE.reading());
    }

    @Override
    public List<NodeExecution> findByRun(Tenant tenant, AppId app, String runId) {
        return database.read(
                NodeRows.TABLE
                        .select(tenant, "workflow_node_executions_run")
                        .add(" AND workflow_run_id = ? AND app_id = ?" + IN_ORDER, runId, app),
                NodeRows.TABLE.reading());
    }

    @Override
    public List<NodeSnapshot> findSnapshots(Tenant tenant, AppId app, String workflowId, String runId) {
        return database.read(
                new Statement()
                        .add(
                                "SELECT COALESCE(node_execution_id, id) AS execution_id, node_id, node_type, title, `index`,"
                                        + " status, elapsed_ms, created_at, finished_at, iteration_id, loop_id" + OF_RUN
                                        + " AND tenant_id = ? AND app_id = ? AND workflow_id = ?" + IN_ORDER,
                                runId,
                                tenant.id(),
                                app,
                                workflowId),
                NodeRows::snapshot);
    }

    @Override
    public List<NodeOutline> findOutlines(Tenant tenant, AppId app, String runId) {
        return database.read(NodeOutlines.of(tenant, app, runId), NodeOutlines::read);
    }

    @Override
    public Optional<NodeExecution> find(Tenant tenant, String id) {
        return database.first(NodeRows.TABLE.byIds(tenant, "id", List.of(id)), NodeRows.TABLE.reading());
    }

    @Override
    public List<NodeExecution> findExpired(Tenant tenant, Instant before, int limit) {
        Limits.check(limit);
        return database.read(
                NodeRows.TABLE.walk(tenant, TimeRange.before(before), null, limit), NodeRows.TABLE.reading());
    }

    @Override
    public NodeCounts deleteExpired(Tenant tenant, Instant before, int batchSize) {
        return deleteAll(
                batchSize,
                limit -> new Statement()
                        .add(
                                "SELECT id FROM workflow_node_executions FORCE INDEX (workflow_node_executions_time)"
                                        + " WHERE tenant_id = ? AND created_at < ? ORDER BY created_at LIMIT ?",
                                tenant.id(),
                                before,
                                limit),
                tenant);
    }

    @Override
    public NodeCounts deleteByApp(Tenant tenant, AppId app, int batchSize) {
        NodeCounts removed = deleteAll(
                batchSize,
                limit -> new Statement()
                        .add(
                                "SELECT id FROM workflow_node_executions FORCE INDEX (workflow_node_executions_node)"
                                        + " WHERE tenant_id = ? AND app_id = ? LIMIT ?",
                                tenant.id(),
                                app,
                                limit),
                tenant);
        return removed.plus(new NodeCounts(0, deleteOffloads(tenant, app, batchSize)));
    }

    /** Those of runs, and what executions left behind that went alone. */
    private long deleteOffloads(Tenant tenant, AppId app, int batchSize) {
        long removed = 0;
        long some = batchSize;
        while (some == batchSize) {
            some = database.transaction(() -> database.change(new Statement()
                    .add(
                            "DELETE FROM workflow_node_execution_offload WHERE tenant_id = ? AND app_id = ?"
                                    + " ORDER BY id LIMIT ?",
                            tenant.id(),
                            app,
                            batchSize)));
            removed += some;
        }
        return removed;
    }

    private NodeCounts deleteAll(int batchSize, Function<Integer, Statement> batch, Tenant tenant) {
        Limits.check(batchSize);
        NodeCounts removed = new NodeCounts(0, 0);
        while (true) {
            NodeCounts part = database.transaction(() -> {
                List<String> ids = database.read(batch.apply(batchSize), row -> row.getString(1));
                return deleteWithOffloads(tenant, ids);
            });
            removed = removed.plus(part);
            if (part.executions() == 0) {
                return removed;
            }
        }
    }

    @Override
    public long delete(Tenant tenant, Collection<String> ids) {
        return database.transaction(() -> Limits.parts(ids).stream()
                .mapToLong(part -> deletePart(tenant, part))
                .sum());
    }

    private long deletePart(Tenant tenant, List<String> ids) {
        List<LocalDate> days = new ArrayList<>();
        List<String> runs = new ArrayList<>();
        database.read(
                new Statement()
                        .add(
                                "SELECT DISTINCT DATE(created_at), workflow_run_id FROM workflow_node_executions"
                                        + " WHERE tenant_id = ? AND id IN ",
                                tenant.id())
                        .addList(ids),
                row -> {
                    Optional.ofNullable(row.getString(2)).ifPresent(runs::add);
                    return days.add(LocalDate.parse(row.getString(1)));
                });
        rollUp.forgetNodes(tenant, days, runs);
        return database.change(new Statement()
                .add("DELETE FROM workflow_node_executions WHERE tenant_id = ? AND id IN ", tenant.id())
                .addList(ids));
    }

    @Override
    public NodeCounts countByRuns(Tenant tenant, Collection<String> runIds) {
        NodeCounts counts = new NodeCounts(0, 0);
        for (List<String> part : Limits.parts(runIds)) {
            List<String> ids = idsOf(tenant, part);
            counts = counts.plus(new NodeCounts(ids.size(), countOffloads(tenant, part)));
            for (List<String> some : Limits.parts(ids)) {
                counts = counts.plus(new NodeCounts(0, countOffloads(tenant, some)));
            }
        }
        return counts;
    }

    @Override
    public NodeCounts deleteByRuns(Tenant tenant, Collection<String> runIds) {
        return database.transaction(() -> deleteOf(tenant, runIds));
    }

    /** Part of the caller's transaction. */
    NodeCounts deleteOf(Tenant tenant, Collection<String> runIds) {
        NodeCounts removed = new NodeCounts(0, 0);
        for (List<String> part : Limits.parts(runIds)) {
            removed = removed.plus(deleteWithOffloads(tenant, idsOf(tenant, part)));
            removed = removed.plus(new NodeCounts(0, deleteOffloads(tenant, part)));
        }
        return removed;
    }

    private NodeCounts deleteWithOffloads(Tenant tenant, List<String> ids) {
        NodeCounts removed = new NodeCounts(0, 0);
        for (List<String> part : Limits.parts(ids)) {
            long offloads = deleteOffloads(tenant, part);
            long executions = deletePart(tenant, part);
            removed = removed.plus(new NodeCounts(executions, offloads));
        }
        return removed;
    }

    private long deleteOffloads(Tenant tenant, List<String> owners) {
        return database.change(new Statement()
                .add("DELETE FROM workflow_node_execution_offload WHERE tenant_id = ?", tenant.id())
                .add(" AND node_execution_id IN ")
                .addList(owners));
    }

    private long countOffloads(Tenant tenant, List<String> owners) {
        return database.number(new Statement()
                .add("SELECT COUNT(*) FROM workflow_node_execution_offload WHERE tenant_id = ?", tenant.id())
                .add(" AND node_execution_id IN ")
                .addList(owners));
    }

    private List<String> idsOf(Tenant tenant, List<String> runIds) {
        return database.read(
                new Statement()
                        .add("SELECT id FROM workflow_node_executions FORCE INDEX (workflow_node_executions_run)")
                        .add(" WHERE tenant_id = ? AND workflow_run_id IN ", tenant.id())
                        .addList(runIds),
                row -> row.getString(1));
    }

    @Override
    public List<Offload> findOffloads(Tenant tenant, Collection<String> ids) {
        List<Offload> found = new ArrayList<>();
        for (List<String> part : Limits.parts(ids)) {
            found.addAll(database.read(
                    Tables.OFFLOADS.byIds(tenant, "node_execution_id", part).add(" ORDER BY node_execution_id, type"),
                    Tables.OFFLOADS.reading()));
        }
        return found;
    }
}
