package dev.rechat.runlog.erasure;

import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.Offload;
import dev.rechat.runlog.payload.PayloadStore;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.store.RunLogStore;
import dev.rechat.runlog.transfer.RunLogBatch;
import dev.rechat.runlog.transfer.RunLogTransfer.Visibility;
import dev.rechat.runlog.writing.Bare;
import dev.rechat.runlog.writing.Closing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes the content of a run out of a store. What is counted stays: ids, states, times, tokens, prices. Doing it again does no harm
 * and completes what was broken off.
 */
record RunErasing(RunLogStore store, @Nullable PayloadStore payloads, Tenant tenant, Instant now) {

    /**
     * Does it.
     *
     * @param closing whether what goes on is marked as over, so that nobody asks Dify what came of it; not in a copy of what another
     *     store knows, which would take for the end what is none
     * @return whether the store knows the run
     */
    boolean erase(AppId app, String run, boolean closing) {
        List<NodeExecution> nodes = store.nodes().findByRun(tenant, app, run);
        List<String> owners = Stream.concat(Stream.of(run), nodes.stream().map(NodeExecution::id))
                .toList();
        List<Offload> offloads = store.nodes().findOffloads(tenant, owners);
        if (payloads != null) {
            offloads.forEach(offload -> payloads.delete(offload.fileKey()));
        }
        Optional<WorkflowRun> known = store.runs().find(tenant, run);
        if (known.isPresent()) {
            store.runs().findPause(tenant, run).ifPresent(store.runs()::delete);
        }
        if (!offloads.isEmpty()) {
            // Rows of offloads go with their executions only, which come back at once.
            store.nodes().deleteByRuns(tenant, List.of(run));
        }
        List<NodeExecution> bare =
                nodes.stream().map(node -> bare(node, closing)).toList();
        List<WorkflowRun> runs =
                known.map(there -> bare(there, closing)).stream().toList();
        RunLogBatch batch = new RunLogBatch(runs, bare, List.of(), List.of(), List.of(), List.of());
        if (batch.size() > 0) {
            store.transfer().write(batch, Visibility.AT_ONCE);
        }
        return known.isPresent();
    }

    /** One that goes on is told to stop with its conversation. */
    private WorkflowRun bare(WorkflowRun run, boolean closing) {
        return run.status().isEnded() || !closing ? Bare.of(run) : Bare.cut(run, now);
    }

    private NodeExecution bare(NodeExecution node, boolean closing) {
        return Bare.of(closing && Closing.isOpen(node) ? Closing.closed(node, RunStatus.STOPPED, null, now) : node);
    }
}
