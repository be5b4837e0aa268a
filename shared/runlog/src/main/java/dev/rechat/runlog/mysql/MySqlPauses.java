package dev.rechat.runlog.mysql;

import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.persistence.database.Statement;
import dev.rechat.runlog.RunLogUnavailableException;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.pause.KeptStates;
import dev.rechat.runlog.pause.PauseReason;
import dev.rechat.runlog.pause.RunPause;
import dev.rechat.runlog.pause.RunPauses;
import dev.rechat.runlog.payload.PayloadKey;
import dev.rechat.runlog.payload.PayloadStore;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.UnknownRunException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pauses. A state is written before the row that names it and removed after it, so that no row names what is not there. */
@Singleton
class MySqlPauses implements RunPauses {

    private static final Logger LOG = LoggerFactory.getLogger(MySqlPauses.class);

    private final RunLogDatabase database;
    private final Writing writing;
    private final PayloadStore payloads;
    private final IdGenerator ids;
    private final Clock clock;

    MySqlPauses(RunLogDatabase database, Writing writing, PayloadStore payloads, IdGenerator ids, Clock clock) {
        this.database = database;
        this.writing = writing;
        this.payloads = payloads;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public RunPause pause(Tenant tenant, String runId, String state, List<PauseReason> reasons) {
        String workflow = workflowOf(tenant, runId);
        RunPause pause = new RunPause(
                ids.next().toString(),
                tenant,
                workflow,
                runId,
                PayloadKey.of(tenant, "states", "workflow-state-" + ids.next() + ".json"),
                reasons,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                null);
        payloads.put(pause.stateKey(), state);
        Optional<RunPause> before = read(tenant, List.of(runId)).stream().findFirst();
        try {
            writing.writeAround(Tables.PAUSES, List.of(pause), () -> {
                RunStatus status = held(tenant, runId);
                if (status != RunStatus.RUNNING && status != RunStatus.PAUSED) {
                    throw new IllegalStateException("a run that is " + status.wire() + " cannot wait: " + runId);
                }
                set(tenant, runId, RunStatus.PAUSED);
            });
        } catch (RuntimeException failure) {
            forget(pause.stateKey());
            throw failure;
        }
        before.ifPresent(old -> forget(old.stateKey()));
        return pause;
    }

    @Override
    public Optional<RunPause> findPause(Tenant tenant, String runId) {
        workflowOf(tenant, runId);
        return read(tenant, List.of(runId)).stream().findFirst();
    }

    @Override
    public String stateOf(RunPause pause) {
        return payloads.find(pause.stateKey())
                .orElseThrow(() -> new IllegalStateException("the state of this pause is gone: " + pause.id()));
    }

    @Override
    public RunPause resume(RunPause pause) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        database.transaction(() -> {
            RunStatus status = held(pause.tenant(), pause.workflowRunId());
            if (status != RunStatus.PAUSED) {
                throw new IllegalStateException("the run does not wait: " + pause.workflowRunId());
            }
            long resumed = database.change(new Statement()
                    .add("UPDATE workflow_pauses SET resumed_at = ?", now)
                    .add(
                            " WHERE id = ? AND tenant_id = ?",
                            pause.id(),
                            pause.tenant().id())
                    .add(" AND workflow_run_id = ? AND resumed_at IS NULL", pause.workflowRunId()));
            if (resumed == 0) {
                throw new IllegalStateException("not what the run waits for: " + pause.id());
            }
            set(pause.tenant(), pause.workflowRunId(), RunStatus.RUNNING);
            return true;
        });
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
        if (remove(pause) == 0) {
            throw new IllegalStateException("the pause is gone: " + pause.id());
        }
        forget(pause.stateKey());
    }

    @Override
    public List<String> prunePauses(
            Tenant tenant, Instant begunBefore, Instant resumedBefore, int limit, KeptStates kept) {
        Limits.check(limit);
        List<RunPause> old = database.read(
                Tables.PAUSES
                        .select()
                        .add(
                                " WHERE tenant_id = ? AND (created_at < ? OR resumed_at < ?)"
                                        + " ORDER BY created_at, id LIMIT ?",
                                tenant.id(),
                                begunBefore,
                                resumedBefore,
                                limit),
                Tables.PAUSES.reading());
        Set<String> needed = kept.of(old);
        List<String> gone = new ArrayList<>();
        for (RunPause pause : old) {
            if ((needed.contains(pause.stateKey()) || forget(pause.stateKey())) && remove(pause) == 1) {
                gone.add(pause.id());
            }
        }
        return gone;
    }

    List<RunPause> read(Tenant tenant, Collection<String> runIds) {
        List<RunPause> found = new ArrayList<>();
        for (List<String> part : Limits.parts(runIds)) {
            found.addAll(withReasons(
                    database.read(Tables.PAUSES.byIds(tenant, "workflow_run_id", part), Tables.PAUSES.reading())));
        }
        return found;
    }

    List<RunPause> withReasons(List<RunPause> pauses) {
        Map<String, List<PauseReason>> reasons = new HashMap<>();
        for (List<String> part : Limits.parts(pauses.stream().map(RunPause::id).toList())) {
            database.read(
                    new Statement()
                            .add("SELECT pause_id, type_, form_id, message, node_id FROM workflow_pause_reasons"
                                    + " WHERE pause_id IN ")
                            .addList(part)
                            .add(" ORDER BY pause_id, position"),
                    row -> reasons.computeIfAbsent(row.getString("pause_id"), _ -> new ArrayList<>())
                            .add(Tables.reason(row)));
        }
        return pauses.stream()
                .map(pause -> new RunPause(
                        pause.id(),
                        pause.tenant(),
                        pause.workflowId(),
                        pause.workflowRunId(),
                        pause.stateKey(),
                        reasons.getOrDefault(pause.id(), List.of()),
                        pause.createdAt(),
                        pause.resumedAt()))
                .toList();
    }

    /** Removes a state, as far as that can be done now. @return whether it is gone */
    boolean forget(String key) {
        try {
            payloads.delete(key);
            return true;
        } catch (RunLogUnavailableException down) {
            LOG.warn("the state of a pause stays behind: {}: {}", key, down.getMessage());
            return false;
        }
    }

    private long remove(RunPause pause) {
        return database.transaction(() -> database.change(new Statement()
                .add(
                        "DELETE FROM workflow_pauses WHERE id = ? AND tenant_id = ?",
                        pause.id(),
                        pause.tenant().id())));
    }

    private String workflowOf(Tenant tenant, String runId) {
        return database.first(
                        new Statement()
                                .add(
                                        "SELECT workflow_id FROM workflow_runs WHERE id = ? AND tenant_id = ?",
                                        runId,
                                        tenant.id()),
                        row -> row.getString(1))
                .orElseThrow(() -> new UnknownRunException("no such run: " + runId));
    }

    /** How a run stands; it stays so until the transaction ends. */
    private RunStatus held(Tenant tenant, String runId) {
        return database.first(
                        new Statement()
                                .add(
                                        "SELECT status FROM workflow_runs WHERE id = ? AND tenant_id = ?",
                                        runId,
                                        tenant.id())
                                .add(" FOR UPDATE"),
                        row -> RunStatus.of(row.getString(1)))
                .orElseThrow(() -> new UnknownRunException("no such run: " + runId));
    }

    private void set(Tenant tenant, String runId, RunStatus status) {
        database.change(new Statement()
                .add("UPDATE workflow_runs SET status = ?", status.wire())
                .add(" WHERE id = ? AND tenant_id = ?", runId, tenant.id()));
    }
}
