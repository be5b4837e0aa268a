package dev.rechat.runlog.search.repository;

import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.RunLogUnavailableException;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.pause.KeptStates;
import dev.rechat.runlog.pause.PauseReason;
import dev.rechat.runlog.pause.RunPause;
import dev.rechat.runlog.pause.RunPauses;
import dev.rechat.runlog.payload.PayloadStore;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.UnknownRunException;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.search.document.PauseDocuments;
import dev.rechat.runlog.search.document.RunDocuments;
import dev.rechat.runlog.search.index.Hit;
import dev.rechat.runlog.search.index.Order;
import dev.rechat.runlog.search.index.Queries;
import dev.rechat.runlog.search.index.SearchIndices;
import io.micronaut.json.tree.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs that wait. There are no transactions: the state is kept first, the pause is written then, the run last, so that whatever
 * breaks in between is mended by doing it again.
 */
final class SearchPauses implements RunPauses {

    private static final Logger LOG = LoggerFactory.getLogger(SearchPauses.class);
    private static final int ATTEMPTS = 5;

    private final SearchIndices indices;
    private final RunDocuments documents;
    private final PayloadStore payloads;
    private final IdGenerator ids;
    private final Clock clock;

    SearchPauses(SearchIndices indices, RunDocuments documents, PayloadStore payloads, IdGenerator ids, Clock clock) {
        this.indices = indices;
        this.documents = documents;
        this.payloads = payloads;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public RunPause pause(Tenant tenant, String runId, String state, List<PauseReason> reasons) {
        WorkflowRun run = documents.run(run(tenant, runId).document());
        checkPausable(run);
        Optional<RunPause> old = pauseOf(tenant, runId);
        String id = ids.next().toString();
        RunPause pause = new RunPause(
                id, tenant, run.workflowId(), runId, tenant.id() + "/states/" + id + ".json", reasons, now(), null);
        payloads.put(pause.stateKey(), state);
        indices.writes().write(List.of(PauseDocuments.entry(pause)), false, false);
        move(tenant, runId, RunStatus.PAUSED);
        old.ifPresent(this::forgetState);
        return pause;
    }

    private static void checkPausable(WorkflowRun run) {
        if (run.status().isEnded()) {
            throw new IllegalStateException("the run is " + run.status().wire() + " and cannot be paused");
        }
    }

    @Override
    public Optional<RunPause> findPause(Tenant tenant, String runId) {
        run(tenant, runId);
        return pauseOf(tenant, runId);
    }

    @Override
    public String stateOf(RunPause pause) {
        return payloads.find(pause.stateKey())
                .orElseThrow(() -> new IllegalStateException("the state of this pause is gone"));
    }

    @Override
    public RunPause resume(RunPause pause) {
        WorkflowRun run =
                documents.run(run(pause.tenant(), pause.workflowRunId()).document());
        if (run.status() != RunStatus.PAUSED) {
            throw new IllegalStateException("the run is " + run.status().wire() + ", not paused");
        }
        Hit hit = indices.documents()
                .find(RecordType.PAUSES, pause.tenant(), pause.workflowRunId())
                .orElseThrow(() -> new IllegalStateException("the run has no pause"));
        RunPause found = PauseDocuments.pause(hit.document());
        if (!found.id().equals(pause.id())) {
            throw new IllegalStateException("the run is paused by another pause");
        }
        if (pause.resumedAt() != null) {
            throw new IllegalStateException("the pause was resumed already");
        }
        // One that was resumed while its run was not moved is what a break in between leaves: it is completed.
        RunPause resumed = found.resumedAt() != null ? found : resumed(found, now());
        if (found.resumedAt() == null && !replace(hit, PauseDocuments.document(resumed))) {
            throw new IllegalStateException("the pause was resumed already");
        }
        move(pause.tenant(), pause.workflowRunId(), RunStatus.RUNNING);
        return resumed;
    }

    private static RunPause resumed(RunPause pause, Instant now) {
        return new RunPause(
                pause.id(),
                pause.tenant(),
                pause.workflowId(),
                pause.workflowRunId(),
                pause.stateKey(),
                pause.reasons(),
                pause.createdAt(),
                now);
    }

    @Override
    public void delete(RunPause pause) {
        Hit hit = indices.documents()
                .find(RecordType.PAUSES, pause.tenant(), pause.workflowRunId())
                .filter(each -> PauseDocuments.pause(each.document()).id().equals(pause.id()))
                .orElseThrow(() -> new IllegalStateException("the pause is gone already"));
        payloads.delete(pause.stateKey());
        indices.writes().remove(List.of(hit));
    }

    @Override
    public List<String> prunePauses(
            Tenant tenant, Instant begunBefore, Instant resumedBefore, int limit, KeptStates kept) {
        Limits.check(limit, RunSearch.MOST);
        JsonNode query = Queries.of(tenant)
                .any(List.of(
                        Queries.range("created_at", null, begunBefore),
                        Queries.range("resumed_at", null, resumedBefore)))
                .build();
        List<Hit> due = indices.searches().find(RecordType.PAUSES, tenant, query, Order.OLDEST_FIRST, null, limit);
        Set<String> needed = kept.of(
                due.stream().map(hit -> PauseDocuments.pause(hit.document())).toList());
        List<Hit> stateless = new ArrayList<>();
        List<String> pruned = new ArrayList<>();
        for (Hit hit : due) {
            RunPause pause = PauseDocuments.pause(hit.document());
            if (needed.contains(pause.stateKey()) || forgetState(pause)) {
                stateless.add(hit);
                pruned.add(pause.id());
            }
        }
        indices.writes().remove(stateless);
        return List.copyOf(pruned);
    }

    /** @return whether it is gone */
    private boolean forgetState(RunPause pause) {
        try {
            payloads.delete(pause.stateKey());
            return true;
        } catch (RunLogUnavailableException stays) {
            LOG.warn("The state of a pause cannot be removed now; it stays: {}", stays.getMessage());
            return false;
        }
    }

    private Hit run(Tenant tenant, String runId) {
        return indices.documents()
                .find(RecordType.WORKFLOW_RUNS, tenant, runId)
                .orElseThrow(() -> new UnknownRunException("no such run: " + runId));
    }

    private Optional<RunPause> pauseOf(Tenant tenant, String runId) {
        return indices.documents()
                .find(RecordType.PAUSES, tenant, runId)
                .map(hit -> PauseDocuments.pause(hit.document()));
    }

    /** Changes nothing but the status, and nothing that ended meanwhile. */
    private void move(Tenant tenant, String runId, RunStatus status) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Hit hit = run(tenant, runId);
            WorkflowRun run = documents.run(hit.document());
            checkPausable(run);
            if (run.status() == status || replace(hit, documents.document(run, status))) {
                return;
            }
        }
        throw new RunLogUnavailableException("a run that is written to all the time could not be moved", null);
    }

    private boolean replace(Hit hit, JsonNode document) {
        if (hit.version() == null) {
            throw new RunLogUnavailableException("the search server's answer lacks _seq_no", null);
        }
        return indices.writes().replace(hit, hit.version(), document);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
