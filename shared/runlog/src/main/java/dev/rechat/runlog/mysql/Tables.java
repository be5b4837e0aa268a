package dev.rechat.runlog.mysql;

import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.archive.ArchivedRun;
import dev.rechat.runlog.node.Offload;
import dev.rechat.runlog.node.OffloadType;
import dev.rechat.runlog.pause.PauseReason;
import dev.rechat.runlog.pause.PauseReasonType;
import dev.rechat.runlog.pause.RunPause;
import dev.rechat.runlog.run.AppLog;
import dev.rechat.runlog.run.AppLogSource;
import dev.rechat.runlog.run.CreatorRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** The small kinds of records: those that have no content. */
final class Tables {

    static final Table<AppLog> APP_LOGS = new Table<>(
            "workflow_app_logs",
            List.of(
                    "id",
                    "tenant_id",
                    "app_id",
                    "workflow_id",
                    "workflow_run_id",
                    "created_from",
                    "created_by_role",
                    "created_by",
                    "created_at"),
            log -> List.of(
                    log.id(),
                    log.tenant().id(),
                    log.appId(),
                    log.workflowId(),
                    log.workflowRunId(),
                    log.createdFrom().wire(),
                    log.createdByRole().wire(),
                    log.createdBy(),
                    log.createdAt()),
            Tables::appLog,
            AppLog::key,
            AppLog::tenant,
            "created_at",
            // that somebody asked never changes
            List.of(
                    "id",
                    "tenant_id",
                    "app_id",
                    "workflow_id",
                    "workflow_run_id",
                    "created_from",
                    "created_by_role",
                    "created_by",
                    "created_at"),
            List.of());

    static final Table<Offload> OFFLOADS = new Table<>(
            "workflow_node_execution_offload",
            List.of("id", "tenant_id", "app_id", "node_execution_id", "type", "file_key", "created_at"),
            offload -> List.of(
                    offload.id(),
                    offload.tenant().id(),
                    offload.appId(),
                    offload.nodeExecutionId(),
                    offload.type().wire(),
                    offload.fileKey(),
                    offload.createdAt()),
            row -> new Offload(
                    row.getString("id"),
                    new Tenant(row.getString("tenant_id")),
                    AppId.of(row.getString("app_id")),
                    row.getString("node_execution_id"),
                    OffloadType.of(row.getString("type")),
                    row.getString("file_key"),
                    Table.sureTime(row, "created_at")),
            Offload::key,
            Offload::tenant,
            "created_at",
            List.of("tenant_id", "node_execution_id", "type", "created_at"),
            List.of());

    /** Without the reasons, which have a table of their own. */
    static final Table<RunPause> PAUSES = new Table<>(
            "workflow_pauses",
            List.of(
                    "id",
                    "tenant_id",
                    "workflow_id",
                    "workflow_run_id",
                    "state_object_key",
                    "created_at",
                    "resumed_at"),
            pause -> Arrays.asList(
                    pause.id(),
                    pause.tenant().id(),
                    pause.workflowId(),
                    pause.workflowRunId(),
                    pause.stateKey(),
                    pause.createdAt(),
                    pause.resumedAt()),
            row -> new RunPause(
                    row.getString("id"),
                    new Tenant(row.getString("tenant_id")),
                    row.getString("workflow_id"),
                    row.getString("workflow_run_id"),
                    row.getString("state_object_key"),
                    List.of(),
                    Table.sureTime(row, "created_at"),
                    Table.time(row, "resumed_at")),
            RunPause::key,
            RunPause::tenant,
            "created_at",
            List.of("id", "tenant_id", "workflow_run_id", "created_at"),
            List.of());

    static final Table<ArchivedRun> ARCHIVES = ArchiveRows.TABLE;

    private Tables() {}

    static PauseReason reason(ResultSet row) throws SQLException {
        return new PauseReason(
                PauseReasonType.of(row.getString("type_")),
                row.getString("form_id"),
                row.getString("message"),
                row.getString("node_id"));
    }

    private static AppLog appLog(ResultSet row) throws SQLException {
        return new AppLog(
                row.getString("id"),
                new Tenant(row.getString("tenant_id")),
                AppId.of(row.getString("app_id")),
                row.getString("workflow_id"),
                row.getString("workflow_run_id"),
                AppLogSource.of(row.getString("created_from")),
                CreatorRole.of(row.getString("created_by_role")),
                row.getString("created_by"),
                Table.sureTime(row, "created_at"));
    }
}
