package dev.rechat.runlog.mysql;

import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.run.CreatorRole;
import dev.rechat.runlog.run.Evidence;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.RunType;
import dev.rechat.runlog.run.TriggeredFrom;
import dev.rechat.runlog.run.WorkflowRun;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs as rows. */
final class RunRows {

    static final Table<WorkflowRun> TABLE = new Table<>(
            "workflow_runs",
            List.of(
                    "id",
                    "tenant_id",
                    "app_id",
                    "workflow_id",
                    "type",
                    "triggered_from",
                    "version",
                    "inputs",
                    "inputs_truncated",
                    "outputs",
                    "outputs_truncated",
                    "status",
                    "evidence",
                    "error",
                    "elapsed_ms",
                    "total_tokens",
                    "total_steps",
                    "exceptions_count",
                    "total_price",
                    "currency",
                    "created_by_role",
                    "created_by",
                    "created_at",
                    "finished_at",
                    "turn_id",
                    "conversation_id"),
            RunRows::values,
            RunRows::read,
            WorkflowRun::key,
            WorkflowRun::tenant,
            "created_at",
            List.of("id", "tenant_id", "created_at"),
            Stream.of(RunStatus.values())
                    .filter(RunStatus::isEnded)
                    .map(RunStatus::wire)
                    .toList());

    private RunRows() {}

    private static List<@Nullable Object> values(WorkflowRun run) {
        return Arrays.asList(
                run.id(),
                run.tenant().id(),
                run.appId(),
                run.workflowId(),
                run.type().wire(),
                run.triggeredFrom().wire(),
                run.version(),
                run.inputs(),
                run.inputsTruncated(),
                run.outputs(),
                run.outputsTruncated(),
                run.status().wire(),
                run.evidence().wire(),
                run.error(),
                run.elapsedTime().toMillis(),
                run.totalTokens(),
                run.totalSteps(),
                run.exceptionsCount(),
                run.totalPrice(),
                run.currency(),
                run.createdByRole().wire(),
                run.createdBy(),
                run.createdAt(),
                run.finishedAt(),
                run.turnId(),
                run.conversationId());
    }

    private static WorkflowRun read(ResultSet row) throws SQLException {
        return new WorkflowRun(
                row.getString("id"),
                new Tenant(row.getString("tenant_id")),
                AppId.of(row.getString("app_id")),
                row.getString("workflow_id"),
                RunType.of(row.getString("type")),
                TriggeredFrom.of(row.getString("triggered_from")),
                row.getString("version"),
                row.getString("inputs"),
                row.getBoolean("inputs_truncated"),
                row.getString("outputs"),
                row.getBoolean("outputs_truncated"),
                RunStatus.of(row.getString("status")),
                Evidence.of(row.getString("evidence")),
                row.getString("error"),
                Duration.ofMillis(row.getLong("elapsed_ms")),
                row.getLong("total_tokens"),
                row.getInt("total_steps"),
                row.getInt("exceptions_count"),
                price(row, "total_price"),
                row.getString("currency"),
                CreatorRole.of(row.getString("created_by_role")),
                row.getString("created_by"),
                Table.sureTime(row, "created_at"),
                Table.time(row, "finished_at"),
                row.getString("turn_id"),
                row.getString("conversation_id"));
    }

    /** As it was told, without the noughts that the column adds: records of two stores are compared. */
    static @Nullable BigDecimal price(ResultSet row, String column) throws SQLException {
        BigDecimal price = row.getBigDecimal(column);
        return price == null ? null : new BigDecimal(price.stripTrailingZeros().toPlainString());
    }
}
