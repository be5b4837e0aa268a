package dev.rechat.runlog.mysql;

import dev.rechat.kernel.id.AppId;
import dev.rechat.persistence.database.Statement;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.node.NodeCounts;
import dev.rechat.runlog.pause.RunPause;
import dev.rechat.runlog.run.RelatedCounts;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Removes runs that are named. Their days are counted from the rows that are left. */
@Singleton
class RunRemoval {

    private final RunLogDatabase database;
    private final RunRollUp rollUp;
    private final MySqlNodes nodes;
    private final MySqlPauses pauses;

    RunRemoval(RunLogDatabase database, RunRollUp rollUp, MySqlNodes nodes, MySqlPauses pauses) {
        this.database = database;
        this.rollUp = rollUp;
        this.nodes = nodes;
        this.pauses = pauses;
    }

    long delete(Tenant tenant, Collection<String> ids) {
        return database.transaction(() -> Limits.parts(ids).stream()
                .mapToLong(part -> deletePart(tenant, part))
                .sum());
    }

    long deleteByApp(Tenant tenant, AppId app, int batchSize) {
        Limits.check(batchSize);
        long removed = 0;
        while (true) {
            List<String> ids = database.read(
                    new Statement()
                            .add(
                                    "SELECT id FROM workflow_runs FORCE INDEX (workflow_runs_app)"
                                            + " WHERE tenant_id = ? AND app_id = ? LIMIT ?",
                                    tenant.id(),
                                    app,
                                    batchSize),
                    row -> row.getString(1));
            if (ids.isEmpty()) {
                return removed;
            }
            removed += delete(tenant, ids);
        }
    }

    /** The states of pauses go when their rows are gone for good. */
    RelatedCounts deleteWithRelated(Tenant tenant, Collection<String> ids) {
        List<RunPause> waiting = pauses.read(tenant, ids);
        RelatedCounts removed = database.transaction(() -> {
            RelatedCounts counts = RelatedCounts.NONE;
            for (List<String> part : Limits.parts(ids)) {
                NodeCounts ofNodes = nodes.deleteOf(tenant, part);
                long reasons = countReasons(tenant, part);
                long gone = change("DELETE FROM workflow_pauses", tenant, "workflow_run_id", part);
                long logs = change("DELETE FROM workflow_app_logs", tenant, "workflow_run_id", part);
                long runs = deletePart(tenant, part);
                counts = counts.plus(
                        new RelatedCounts(runs, ofNodes.executions(), ofNodes.offloads(), logs, gone, reasons));
            }
            return counts;
        });
        waiting.forEach(pause -> pauses.forget(pause.stateKey()));
        return removed;
    }

    RelatedCounts countWithRelated(Tenant tenant, Collection<String> ids) {
        RelatedCounts counts = RelatedCounts.NONE;
        for (List<String> part : Limits.parts(ids)) {
            NodeCounts ofNodes = nodes.countByRuns(tenant, part);
            counts = counts.plus(new RelatedCounts(
                    number("workflow_runs", tenant, "id", part),
                    ofNodes.executions(),
                    ofNodes.offloads(),
                    number("workflow_app_logs", tenant, "workflow_run_id", part),
                    number("workflow_pauses", tenant, "workflow_run_id", part),
                    countReasons(tenant, part)));
        }
        return counts;
    }

    private long deletePart(Tenant tenant, List<String> ids) {
        List<LocalDate> days = database.read(
                new Statement()
                        .add(
                                "SELECT DISTINCT DATE(created_at) FROM workflow_runs WHERE tenant_id = ? AND id IN ",
                                tenant.id())
                        .addList(ids),
                row -> LocalDate.parse(row.getString(1)));
        if (days.isEmpty()) {
            return 0;
        }
        rollUp.forget(tenant, days);
        return change("DELETE FROM workflow_runs", tenant, "id", ids);
    }

    private long countReasons(Tenant tenant, List<String> runIds) {
        return database.number(new Statement()
                .add(
                        "SELECT COUNT(*) FROM workflow_pause_reasons r JOIN workflow_pauses p ON p.id = r.pause_id"
                                + " WHERE p.tenant_id = ? AND p.workflow_run_id IN ",
                        tenant.id())
                .addList(runIds));
    }

    private long change(String what, Tenant tenant, String column, List<String> ids) {
        return database.change(new Statement()
                .add(what + " WHERE tenant_id = ? AND " + column + " IN ", tenant.id())
                .addList(ids));
    }

    private long number(String table, Tenant tenant, String column, List<String> ids) {
        return database.number(new Statement()
                .add("SELECT COUNT(*) FROM " + table + " WHERE tenant_id = ? AND " + column + " IN ", tenant.id())
                .addList(ids));
    }
}
