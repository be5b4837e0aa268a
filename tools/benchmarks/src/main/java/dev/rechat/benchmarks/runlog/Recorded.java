package dev.rechat.benchmarks.runlog;

import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.run.AppLog;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.transfer.RunLogBatch;
import java.util.List;

/** All that is recorded of one run. */
record Recorded(WorkflowRun run, List<NodeExecution> nodes, AppLog log) {

    Recorded {
        nodes = List.copyOf(nodes);
    }

    int records() {
        return nodes.size() + 2;
    }

    /** What is written before its end, in one round. */
    RunLogBatch before() {
        return new RunLogBatch(List.of(), nodes, List.of(log), List.of(), List.of(), List.of());
    }

    /** Its end: whoever finds it finds its executions. */
    RunLogBatch end() {
        return new RunLogBatch(List.of(run), List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
