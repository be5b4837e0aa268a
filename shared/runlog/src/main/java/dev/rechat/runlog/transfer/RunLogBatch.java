package dev.rechat.runlog.transfer;

import dev.rechat.runlog.archive.ArchivedRun;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.Offload;
import dev.rechat.runlog.pause.RunPause;
import dev.rechat.runlog.run.AppLog;
import dev.rechat.runlog.run.WorkflowRun;
import java.util.List;

/** Records of any kind, to be written together. */
public record RunLogBatch(
        List<WorkflowRun> runs,
        List<NodeExecution> nodes,
        List<AppLog> appLogs,
        List<Offload> offloads,
        List<RunPause> pauses,
        List<ArchivedRun> archives) {

    public RunLogBatch {
        runs = List.copyOf(runs);
        nodes = List.copyOf(nodes);
        appLogs = List.copyOf(appLogs);
        offloads = List.copyOf(offloads);
        pauses = List.copyOf(pauses);
        archives = List.copyOf(archives);
    }

    public int size() {
        return runs.size() + nodes.size() + appLogs.size() + offloads.size() + pauses.size() + archives.size();
    }
}
