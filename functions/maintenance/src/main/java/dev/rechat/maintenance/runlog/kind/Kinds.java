package dev.rechat.maintenance.runlog.kind;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.archive.ArchivedRun;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.Offload;
import dev.rechat.runlog.pause.RunPause;
import dev.rechat.runlog.run.AppLog;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.transfer.RunLogBatch;
import java.util.List;

/** The kinds of records there are. */
public final class Kinds {

    public static final Kind<WorkflowRun> RUNS = new Kind<>(
            RecordType.WORKFLOW_RUNS,
            RunLogBatch::runs,
            runs -> new RunLogBatch(runs, List.of(), List.of(), List.of(), List.of(), List.of()),
            WorkflowRun::key,
            WorkflowRun::id,
            RunFields.ALL);

    public static final Kind<NodeExecution> NODES = new Kind<>(
            RecordType.NODE_EXECUTIONS,
            RunLogBatch::nodes,
            nodes -> new RunLogBatch(List.of(), nodes, List.of(), List.of(), List.of(), List.of()),
            NodeExecution::key,
            NodeExecution::id,
            NodeFields.ALL);

    public static final Kind<AppLog> LOGS = new Kind<>(
            RecordType.APP_LOGS,
            RunLogBatch::appLogs,
            logs -> new RunLogBatch(List.of(), List.of(), logs, List.of(), List.of(), List.of()),
            AppLog::key,
            AppLog::id,
            SmallFields.LOGS);

    public static final Kind<Offload> OFFLOADS = new Kind<>(
            RecordType.OFFLOADS,
            RunLogBatch::offloads,
            offloads -> new RunLogBatch(List.of(), List.of(), List.of(), offloads, List.of(), List.of()),
            Offload::key,
            Offload::id,
            SmallFields.OFFLOADS);

    public static final Kind<RunPause> PAUSES = new Kind<>(
            RecordType.PAUSES,
            RunLogBatch::pauses,
            pauses -> new RunLogBatch(List.of(), List.of(), List.of(), List.of(), pauses, List.of()),
            RunPause::key,
            RunPause::id,
            SmallFields.PAUSES);

    public static final Kind<ArchivedRun> ARCHIVES = new Kind<>(
            RecordType.ARCHIVES,
            RunLogBatch::archives,
            archives -> new RunLogBatch(List.of(), List.of(), List.of(), List.of(), List.of(), archives),
            ArchivedRun::key,
            archive -> archive.run().id(),
            SmallFields.ARCHIVES);

    private Kinds() {}

    public static Kind<?> of(RecordType type) {
        return switch (type) {
            case WORKFLOW_RUNS -> RUNS;
            case NODE_EXECUTIONS -> NODES;
            case APP_LOGS -> LOGS;
            case OFFLOADS -> OFFLOADS;
            case PAUSES -> PAUSES;
            case ARCHIVES -> ARCHIVES;
        };
    }
}
