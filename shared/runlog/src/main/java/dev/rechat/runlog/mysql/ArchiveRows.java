package dev.rechat.runlog.mysql;

import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.archive.ArchivedRun;
import dev.rechat.runlog.run.AppLog;
import dev.rechat.runlog.run.AppLogSource;
import dev.rechat.runlog.run.CreatorRole;
import dev.rechat.runlog.run.Evidence;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.RunType;
import dev.rechat.runlog.run.TriggeredFrom;
import dev.rechat.runlog.run.WorkflowRun;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is kept of runs that are gone, as rows. */
final class ArchiveRows {

    static final Table<ArchivedRun> TABLE = new Table<>(
            "workflow_archive_logs",
            List.of(
                    "id",
                    "tenant_id",
                    "app_id",
                    "workflow_id",
                    "workflow_run_id",
                    "created_by_role",
                    "created_by",
                    "log_id",
                    "log_created_at",
                    "log_created_from",
                    "run_type",
                    "run_version",
                    "run_status",
                    "run_evidence",
                    "run_triggered_from",
                    "run_error",
                    "run_elapsed_ms",
                    "run_total_tokens",
                    "run_total_steps",
                    "run_exceptions_count",
                    "run_total_price",
                    "run_currency",
                    "run_created_at",
                    "run_finished_at",
                    "run_turn_id",
                    "run_conversation_id",
                    "archived_at"),
            ArchiveRows::values,
            ArchiveRows::read,
            ArchivedRun::key,
            archive -> archive.run().tenant(),
            "run_created_at",
            List.of("id", "tenant_id", "workflow_run_id", "run_created_at"),
            List.of());

    private ArchiveRows() {}

    private static List<@Nullable Object> values(ArchivedRun archive) {
        WorkflowRun run = archive.run();
        AppLog log = archive.log();
        return Arrays.asList(
                archive.id(),
                run.tenant().id(),
                run.appId(),
                run.workflowId(),
                run.id(),
                run.createdByRole().wire(),
                run.createdBy(),
                log == null ? null : log.id(),
                log == null ? null : log.createdAt(),
                log == null ? null : log.createdFrom().wire(),
                run.type().wire(),
                run.version(),
                run.status().wire(),
                run.evidence().wire(),
                run.triggeredFrom().wire(),
                run.error(),
                run.elapsedTime().toMillis(),
                run.totalTokens(),
                run.totalSteps(),
                run.exceptionsCount(),
                run.totalPrice(),
                run.currency(),
                run.createdAt(),
                run.finishedAt(),
                run.turnId(),
                run.conversationId(),
                archive.archivedAt());
    }

    private static ArchivedRun read(ResultSet row) throws SQLException {
        WorkflowRun run = new WorkflowRun(
                row.getString("workflow_run_id"),
                new Tenant(row.getString("tenant_id")),
                AppId.of(row.getString("app_id")),
                row.getString("workflow_id"),
                RunType.of(row.getString("run_type")),
                TriggeredFrom.of(row.getString("run_triggered_from")),
                row.getString("run_version"),
                null,
                false,
                "{}",
                false,
                RunStatus.of(row.getString("run_status")),
                Evidence.of(row.getString("run_evidence")),
                row.getString("run_error"),
                Duration.ofMillis(row.getLong("run_elapsed_ms")),
                row.getLong("run_total_tokens"),
                row.getInt("run_total_steps"),
                row.getInt("run_exceptions_count"),
                RunRows.price(row, "run_total_price"),
                row.getString("run_currency"),
                CreatorRole.of(row.getString("created_by_role")),
                row.getString("created_by"),
                Table.sureTime(row, "run_created_at"),
                Table.time(row, "run_finished_at"),
                row.getString("run_turn_id"),
                row.getString("run_conversation_id"));
        return new ArchivedRun(row.getString("id"), run, log(row, run), Table.sureTime(row, "archived_at"));
    }

    /** Who asked for a run is who it was for: the log's names are the run's. */
    private static @Nullable AppLog log(ResultSet row, WorkflowRun run) throws SQLException {
        String id = row.getString("log_id");
        return id == null
                ? null
                : new AppLog(
                        id,
                        run.tenant(),
                        run.appId(),
                        run.workflowId(),
                        run.id(),
                        AppLogSource.of(row.getString("log_created_from")),
                        run.createdByRole(),
                        run.createdBy(),
                        Table.sureTime(row, "log_created_at"));
    }
}
