package dev.rechat.runlog.writing;

import dev.rechat.runlog.RunLogStore;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.Offload;
import dev.rechat.runlog.pause.RunPause;
import dev.rechat.runlog.run.UnknownRunException;
import dev.rechat.runlog.transfer.RunLogBatch;
import io.micronaut.json.JsonMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a round to a store. May be said again: what is written already is written once more. */
final class RoundWriting {

    private static final Logger LOG = LoggerFactory.getLogger(RoundWriting.class);

    private final Cutting cutting;
    private final Earlier earlier;

    RoundWriting(Cutting cutting, JsonMapper json, Clock clock) {
        this.cutting = cutting;
        this.earlier = new Earlier(json, clock);
    }

    void write(RunLogStore store, List<LogEntry> entries) {
        List<LogEntry> fitting = new ArrayList<>();
        List<Offload> offloads = new ArrayList<>();
        for (LogEntry entry : entries) {
            if (entry instanceof LogEntry.Node(NodeExecution execution, boolean continued)) {
                Cutting.Cut cut = cutting.cut(execution);
                fitting.add(new LogEntry.Node(cut.execution(), continued));
                offloads.addAll(cut.offloads());
            } else {
                fitting.add(entry);
            }
        }
        Round round = new Round(earlier.put(store, fitting), offloads);
        round.of(LogEntry.Resumption.class).forEach(resumption -> resume(store, resumption));
        RunLogBatch batch = round.batch();
        if (batch.size() > 0) {
            store.transfer().write(batch, round.visibility());
        }
        round.of(LogEntry.Pause.class).forEach(pause -> pause(store, pause));
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
