package dev.rechat.maintenance.runlog.kind;

import dev.rechat.runlog.archive.ArchivedRun;
import dev.rechat.runlog.node.Offload;
import dev.rechat.runlog.pause.RunPause;
import dev.rechat.runlog.run.AppLog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the smaller kinds are made of. */
final class SmallFields {

    static final List<Field<AppLog>> LOGS = List.of(
            new Field<>("id", AppLog::id),
            new Field<>("tenant_id", AppLog::tenant),
            new Field<>("app_id", AppLog::appId),
            new Field<>("workflow_id", AppLog::workflowId),
            new Field<>("workflow_run_id", AppLog::workflowRunId),
            new Field<>("created_from", AppLog::createdFrom),
            new Field<>("created_by_role", AppLog::createdByRole),
            new Field<>("created_by", AppLog::createdBy),
            new Field<>("created_at", AppLog::createdAt));

    static final List<Field<Offload>> OFFLOADS = List.of(
            new Field<>("id", Offload::id),
            new Field<>("tenant_id", Offload::tenant),
            new Field<>("app_id", Offload::appId),
            new Field<>("node_execution_id", Offload::nodeExecutionId),
            new Field<>("type", Offload::type),
            new Field<>("file_key", Offload::fileKey),
            new Field<>("created_at", Offload::createdAt));

    static final List<Field<RunPause>> PAUSES = List.of(
            new Field<>("id", RunPause::id),
            new Field<>("tenant_id", RunPause::tenant),
            new Field<>("workflow_id", RunPause::workflowId),
            new Field<>("workflow_run_id", RunPause::workflowRunId),
            new Field<>("state_key", RunPause::stateKey),
            new Field<>("reasons", RunPause::reasons),
            new Field<>("created_at", RunPause::createdAt),
            new Field<>("resumed_at", RunPause::resumedAt));

    static final List<Field<ArchivedRun>> ARCHIVES = archives();

    private SmallFields() {}

    /** An archive holds a run without content, and when and from where it was asked for. */
    private static List<Field<ArchivedRun>> archives() {
        List<Field<ArchivedRun>> fields = new ArrayList<>();
        fields.add(new Field<>("id", ArchivedRun::id));
        fields.add(new Field<>("archived_at", ArchivedRun::archivedAt));
        RunFields.ALL.stream()
                .filter(field ->
                        !field.name().startsWith("inputs") && !field.name().startsWith("outputs"))
                .forEach(field -> fields.add(new Field<>(
                        "run_" + field.name(), archive -> field.value().apply(archive.run()))));
        fields.add(new Field<>("log_id", archive -> of(archive.log(), AppLog::id)));
        fields.add(new Field<>("log_created_from", archive -> of(archive.log(), AppLog::createdFrom)));
        fields.add(new Field<>("log_created_at", archive -> of(archive.log(), AppLog::createdAt)));
        return List.copyOf(fields);
    }

    private static @Nullable Object of(@Nullable AppLog log, Function<AppLog, Object> field) {
        return log == null ? null : field.apply(log);
    }
}
