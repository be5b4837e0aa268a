package dev.rechat.runlog.writing;

import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.Offload;
import dev.rechat.runlog.run.AppLog;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.transfer.RunLogBatch;
import dev.rechat.runlog.transfer.RunLogTransfer.Visibility;
import java.util.List;
import java.util.stream.Stream;

/** Entries that are written together. @param offloads where the whole of large mappings is */
record Round(List<LogEntry> entries, List<Offload> offloads) {

    Round {
        entries = List.copyOf(entries);
        offloads = List.copyOf(offloads);
    }

    /** All but ended runs. */
    RunLogBatch before() {
        List<WorkflowRun> runs = runs().filter(run -> !run.status().isEnded()).toList();
        List<NodeExecution> nodes =
                of(LogEntry.Node.class).stream().map(LogEntry.Node::execution).toList();
        List<AppLog> logs =
                of(LogEntry.Request.class).stream().map(LogEntry.Request::log).toList();
        return new RunLogBatch(runs, nodes, logs, offloads, List.of(), List.of());
    }

    /** Runs that have ended: whoever finds one must find all of its executions. */
    RunLogBatch ends() {
        List<WorkflowRun> runs = runs().filter(run -> run.status().isEnded()).toList();
        return new RunLogBatch(runs, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private Stream<WorkflowRun> runs() {
        return of(LogEntry.Run.class).stream().map(LogEntry.Run::run);
    }

    <T extends LogEntry> List<T> of(Class<T> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    Visibility visibility() {
        return entries.stream().anyMatch(LogEntry::urgent) ? Visibility.AT_ONCE : Visibility.SOON;
    }
}
