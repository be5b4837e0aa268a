package dev.rechat.runlog.writing;

import dev.rechat.runlog.RejectedRecordException;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.Offload;
import dev.rechat.runlog.pause.RunPause;
import dev.rechat.runlog.payload.Offloading;
import dev.rechat.runlog.run.UnknownRunException;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.store.RunLogStore;
import dev.rechat.runlog.transfer.RunLogBatch;
import dev.rechat.runlog.transfer.RunLogTransfer.Visibility;
import io.micronaut.json.JsonMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a round to a store. May be said again: what is written already is written once more. */
final class RoundWriting {

    private static final Logger LOG = LoggerFactory.getLogger(RoundWriting.class);

    private final Function<NodeExecution, Offloading.Cut<NodeExecution>> ofNodes;
    private final Function<WorkflowRun, Offloading.Cut<WorkflowRun>> ofRuns;
    private final Earlier earlier;

    /** @param ofNodes takes what is too large for a row elsewhere; so does {@code ofRuns} */
    RoundWriting(
            Function<NodeExecution, Offloading.Cut<NodeExecution>> ofNodes,
            Function<WorkflowRun, Offloading.Cut<WorkflowRun>> ofRuns,
            JsonMapper json,
            Clock clock) {
        this.ofNodes = ofNodes;
        this.ofRuns = ofRuns;
        this.earlier = new Earlier(json, clock);
    }

    /** @throws RejectedRecordException when some are refused for good; all others are written */
    void write(RunLogStore store, List<LogEntry> entries) {
        List<LogEntry> fitting = new ArrayList<>();
        List<Offload> offloads = new ArrayList<>();
        for (LogEntry entry : entries) {
            fitting.add(
                    switch (entry) {
                        case LogEntry.Node(NodeExecution execution, boolean continued) ->
                            new LogEntry.Node(rowOf(ofNodes.apply(execution), offloads), continued);
                        case LogEntry.Run(WorkflowRun run, boolean continued) ->
                            new LogEntry.Run(rowOf(ofRuns.apply(run), offloads), continued);
                        default -> entry;
                    });
        }
        Round round = new Round(earlier.put(store, fitting), offloads);
        round.of(LogEntry.Resumption.class).forEach(resumption -> resume(store, resumption));
        Optional<RejectedRecordException> first = transfer(store, round.before(), round.visibility());
        Optional<RejectedRecordException> then = transfer(store, round.ends(), round.visibility());
        round.of(LogEntry.Pause.class).forEach(pause -> pause(store, pause));
        if (first.isPresent() || then.isPresent()) {
            throw first.or(() -> then).orElseThrow();
        }
    }

    private static <T> T rowOf(Offloading.Cut<T> cut, List<Offload> offloads) {
        offloads.addAll(cut.offloads());
        return cut.record();
    }

    /** @return that some of them were refused, which keeps no others */
    private static Optional<RejectedRecordException> transfer(
            RunLogStore store, RunLogBatch batch, Visibility visibility) {
        if (batch.size() == 0) {
            return Optional.empty();
        }
        try {
            store.transfer().write(batch, visibility);
            return Optional.empty();
        } catch (RejectedRecordException refused) {
            return Optional.of(refused);
        }
    }

    private static void resume(RunLogStore store, LogEntry.Resumption resumption) {
        try {
            Optional<RunPause> waiting = store.runs()
                    .findPause(resumption.tenant(), resumption.runId())
                    .filter(pause -> pause.resumedAt() == null);
            if (waiting.isPresent()) {
                store.runs().resume(waiting.get());
            }
        } catch (UnknownRunException | IllegalStateException otherwise) {
            // It has ended, goes on already, or its beginning was never recorded: the run itself tells.
            LOG.debug("run {} goes on without a pause: {}", resumption.runId(), otherwise.getMessage());
        }
    }

    private static void pause(RunLogStore store, LogEntry.Pause pause) {
        try {
            store.runs().pause(pause.tenant(), pause.runId(), pause.state(), pause.reasons());
        } catch (UnknownRunException | IllegalStateException otherwise) {
            LOG.debug("run {} waits no longer: {}", pause.runId(), otherwise.getMessage());
        }
    }
}
