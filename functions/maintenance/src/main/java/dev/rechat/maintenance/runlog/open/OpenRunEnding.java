package dev.rechat.maintenance.runlog.open;

import dev.rechat.conversations.dify.DifyTargets;
import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyRejectedException;
import dev.rechat.dify.DifyRuns;
import dev.rechat.dify.payload.DifyRunDetail;
import dev.rechat.maintenance.run.Batch;
import dev.rechat.maintenance.run.Batches;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppRepository;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.payload.Offloading;
import dev.rechat.runlog.run.Evidence;
import dev.rechat.runlog.run.RunPage;
import dev.rechat.runlog.run.RunQuery;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.UnknownRunException;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.settings.RunLogConfiguration;
import dev.rechat.runlog.settings.RunLogStores;
import dev.rechat.runlog.transfer.RunLogBatch;
import dev.rechat.runlog.transfer.RunLogTransfer.Visibility;
import dev.rechat.runlog.writing.Closing;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the records of runs that have been open for long: Dify is asked how each ended. One that Dify does not know, or that is
 * older than anybody waits, is marked as cut. One that still goes on at Dify, or whose Dify does not answer, is left for the next
 * time. Two that do it at once write the same.
 */
@Singleton
public final class OpenRunEnding {

    private static final Logger LOG = LoggerFactory.getLogger(OpenRunEnding.class);
    private static final int RUNS = 20;
    private static final int MOST_COUNTED = 10_000;
    private static final String CUT = "the stream was cut, and nobody could tell the rest";

    private final RunLogStores stores;
    private final AppRepository apps;
    private final DifyTargets targets;
    private final DifyRuns dify;
    private final Offloading offloading;
    private final JsonMapper json;
    private final RunLogConfiguration configuration;
    private final Clock clock;

    OpenRunEnding(
            RunLogStores stores,
            AppRepository apps,
            DifyTargets targets,
            DifyRuns dify,
            Offloading offloading,
            JsonMapper json,
            RunLogConfiguration configuration,
            Clock clock) {
        this.offloading = offloading;
        this.json = json;
        this.configuration = configuration;
        this.stores = stores;
        this.apps = apps;
        this.targets = targets;
        this.dify = dify;
        this.clock = clock;
    }

    /** How many there are, as far as need be told apart. */
    public long count(Instant before) {
        return open(RunStatus.RUNNING, before, MOST_COUNTED, null).data().size()
                + open(RunStatus.PAUSED, before, MOST_COUNTED, null).data().size();
    }

    /** @param givenUp one that began before this is marked as cut when Dify does not tell its end */
    public Batches begin(Instant before, Instant givenUp) {
        return new Walk(before, givenUp);
    }

    private RunPage open(RunStatus status, Instant before, int limit, @Nullable String last) {
        RunQuery query = new RunQuery(stores.tenant(), null, Set.of(), status, null, TimeRange.before(before), null);
        return stores.chosen().runs().findPage(query, limit, last);
    }

    /** @return whether it has an end now */
    private boolean end(WorkflowRun run, Instant givenUp) {
        boolean old = run.createdAt().isBefore(givenUp);
        Optional<App> app = apps.findById(run.appId());
        if (app.isEmpty()) {
            return cut(run);
        }
        try {
            DifyRunDetail detail = dify.detail(targets.of(app.get()), run.id());
            RunStatus status = Endings.status(detail);
            if (status != null && status.isEnded()) {
                write(Endings.told(run, status, detail, outputs(run, detail), clock.instant()));
                return true;
            }
        } catch (DifyRejectedException rejected) {
            if (rejected.notFound()) {
                return cut(run);
            }
            LOG.warn("run {}: Dify refuses to tell its end: {}", run.id(), rejected.getMessage());
        } catch (DifyException unwell) {
            LOG.warn("run {}: its end is not known: {}", run.id(), unwell.getMessage());
        } catch (IllegalStateException | IllegalArgumentException ourFault) { // a key that does not open, a bad address
            LOG.error("app {}: Dify cannot be asked for its runs", run.appId(), ourFault);
        }
        return old && cut(run);
    }

    /** What Dify tells where the events have told nothing. */
    private @Nullable String outputs(WorkflowRun run, DifyRunDetail detail) {
        JsonNode told = detail.outputs();
        if (!configuration.keepsContent() || told == null || !run.outputs().equals("{}")) {
            return null;
        }
        try {
            return json.writeValueAsString(told);
        } catch (IOException e) {
            throw new IllegalStateException("what was read as JSON cannot be written as JSON", e);
        }
    }

    private boolean cut(WorkflowRun run) {
        write(Endings.ended(run, RunStatus.FAILED, Evidence.CUT, CUT, clock.instant()));
        return true;
    }

    private void write(WorkflowRun ended) {
        Instant at = ended.finishedAt() == null ? clock.instant() : ended.finishedAt();
        List<NodeExecution> closed =
                stores.chosen().nodes().findByRun(ended.tenant(), ended.appId(), ended.id()).stream()
                        .filter(Closing::isOpen)
                        .map(node -> Closing.closed(node, ended.status(), ended.error(), at))
                        .toList();
        Offloading.Cut<WorkflowRun> cut = offloading.cut(ended);
        stores.chosen()
                .transfer()
                .write(
                        new RunLogBatch(List.of(cut.record()), closed, List.of(), cut.offloads(), List.of(), List.of()),
                        Visibility.AT_ONCE);
    }

    /** From the newest to the oldest; those that stay open are passed over once in a run. For one thread. */
    private final class Walk implements Batches {

        private final Instant before;
        private final Instant givenUp;
        private final Deque<RunStatus> left = new ArrayDeque<>(List.of(RunStatus.RUNNING, RunStatus.PAUSED));
        private @Nullable String last;

        Walk(Instant before, Instant givenUp) {
            this.before = before;
            this.givenUp = givenUp;
        }

        @Override
        public Batch next() {
            RunStatus status = left.peek();
            if (status == null) {
                return new Batch(0, false);
            }
            RunPage page = page(status);
            long done = 0;
            String open = last;
            for (WorkflowRun run : page.data()) {
                if (end(run, givenUp)) {
                    done++;
                } else {
                    open = run.id();
                }
            }
            // The next page begins after one that is still found.
            last = open;
            if (!page.hasMore()) {
                left.remove();
                last = null;
            }
            return new Batch(done, !left.isEmpty());
        }

        private RunPage page(RunStatus status) {
            try {
                return open(status, before, RUNS, last);
            } catch (UnknownRunException ended) { // it went on meanwhile
                return open(status, before, RUNS, null);
            }
        }
    }
}
