package dev.rechat.runlog.writing;

import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.Offload;
import dev.rechat.runlog.run.AppLog;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.transfer.RunLogBatch;
import dev.rechat.runlog.transfer.RunLogTransfer.Visibility;
import java.util.List;

/** Entries that are written together. @param offloads where the whole of large mappings is */
record Round(List<LogEntry> entries, List<Offload> offloads) {

    Round {
        entries = List.copyOf(entries);
        offloads = List.copyOf(offloads);
    }

    RunLogBatch batch() {
        List<WorkflowRun> runs =
                of(LogEntry.Run.class).stream().map(LogEntry.Run::run).toList();
        List<NodeExecution> nodes =
                of(LogEntry.Node.class).stream().map(LogEntry.Node::execution).toList();
        List<AppLog> logs =
                of(LogEntry.Request.class).stream().map(LogEntry.Request::log).toList();
        return new RunLogBatch(runs, nodes, logs, offloads, List.of(), List.of());
    }

    <T extends LogEntry> List<T> of(Class<T> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    Visibility visibility() {
        return entries.stream().anyMatch(LogEntry::urgent) ? Visibility.AT_ONCE : Visibility.SOON;
    }
}
