package dev.rechat.maintenance.runlog;

import dev.rechat.kernel.id.AppId;
import dev.rechat.maintenance.runlog.kind.Kinds;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.archive.ArchivedRun;
import dev.rechat.runlog.pause.KeptStates;
import dev.rechat.runlog.pause.PauseReason;
import dev.rechat.runlog.pause.RunPause;
import dev.rechat.runlog.run.AppLog;
import dev.rechat.runlog.run.EndedRuns;
import dev.rechat.runlog.run.RelatedCounts;
import dev.rechat.runlog.run.RunCounts;
import dev.rechat.runlog.run.RunPage;
import dev.rechat.runlog.run.RunQuery;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.SearchAbility;
import dev.rechat.runlog.run.TriggeredFrom;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.statistics.AverageInteraction;
import dev.rechat.runlog.statistics.DailyRuns;
import dev.rechat.runlog.statistics.DailyTerminals;
import dev.rechat.runlog.statistics.DailyTokenCost;
import dev.rechat.runlog.statistics.NodeFigures;
import dev.rechat.runlog.statistics.StatisticsQuery;
import dev.rechat.runlog.store.WorkflowRunRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the tests here ask for; anything else fails loudly. */
record MemoryRuns(MemoryStore store) implements WorkflowRunRepository {

    private static UnsupportedOperationException notHere() {
        return new UnsupportedOperationException("not kept in memory");
    }

    @Override
    public void save(WorkflowRun run) {
        throw notHere();
    }

    @Override
    public void save(AppLog log) {
        throw notHere();
    }

    @Override
    public RunPage findPage(RunQuery query, int limit, @Nullable String lastId) {
        List<WorkflowRun> all = new ArrayList<>(store.all(Kinds.RUNS));
        all.sort(Comparator.comparing(WorkflowRun::key).reversed());
        List<WorkflowRun> wanted = all.stream()
                .filter(run -> query.status() == null || run.status() == query.status())
                .filter(run -> query.createdAt().start() == null
                        || !run.createdAt().isBefore(query.createdAt().start()))
                .filter(run -> query.createdAt().end() == null
                        || run.createdAt().isBefore(query.createdAt().end()))
                .toList();
        int from = lastId == null
                ? 0
                : wanted.stream().map(WorkflowRun::id).toList().indexOf(lastId) + 1;
        List<WorkflowRun> left = wanted.subList(from, wanted.size());
        return new RunPage(left.subList(0, Math.min(limit, left.size())), limit, left.size() > limit);
    }

    @Override
    public SearchAbility search() {
        throw notHere();
    }

    @Override
    public Optional<WorkflowRun> find(Tenant tenant, AppId app, String id) {
        throw notHere();
    }

    @Override
    public Optional<WorkflowRun> find(Tenant tenant, String id) {
        throw notHere();
    }

    @Override
    public RunCounts count(
            Tenant tenant,
            AppId app,
            Set<TriggeredFrom> triggeredFrom,
            @Nullable RunStatus status,
            @Nullable Duration last) {
        throw notHere();
    }

    @Override
    public List<WorkflowRun> findExpired(Tenant tenant, Instant before, int limit) {
        throw notHere();
    }

    @Override
    public List<WorkflowRun> findEnded(EndedRuns which, int limit) {
        throw notHere();
    }

    @Override
    public long delete(Tenant tenant, Collection<String> ids) {
        throw notHere();
    }

    @Override
    public long deleteByApp(Tenant tenant, AppId app, int batchSize) {
        throw notHere();
    }

    @Override
    public List<AppLog> findAppLogs(Tenant tenant, String runId) {
        throw notHere();
    }

    @Override
    public RelatedCounts deleteWithRelated(Tenant tenant, Collection<String> ids) {
        throw notHere();
    }

    @Override
    public RelatedCounts countWithRelated(Tenant tenant, Collection<String> ids) {
        throw notHere();
    }

    @Override
    public Expiry expire(Tenant tenant, Instant before, int batchSize) {
        throw notHere();
    }

    @Override
    public RunPause pause(Tenant tenant, String runId, String state, List<PauseReason> reasons) {
        throw notHere();
    }

    @Override
    public Optional<RunPause> findPause(Tenant tenant, String runId) {
        return store.all(Kinds.PAUSES).stream()
                .filter(pause -> pause.workflowRunId().equals(runId))
                .findFirst();
    }

    @Override
    public String stateOf(RunPause pause) {
        throw notHere();
    }

    @Override
    public RunPause resume(RunPause pause) {
        throw notHere();
    }

    @Override
    public void delete(RunPause pause) {
        throw notHere();
    }

    @Override
    public List<String> prunePauses(
            Tenant tenant, Instant begunBefore, Instant resumedBefore, int limit, KeptStates kept) {
        List<RunPause> due = store.all(Kinds.PAUSES).stream()
                .filter(pause -> pause.createdAt().isBefore(begunBefore)
                        || (pause.resumedAt() != null && pause.resumedAt().isBefore(resumedBefore)))
                .limit(limit)
                .toList();
        due.forEach(pause -> store.remove(Kinds.PAUSES, pause));
        return due.stream().map(RunPause::id).toList();
    }

    @Override
    public int archive(WorkflowRun run, List<AppLog> logs) {
        throw notHere();
    }

    @Override
    public Set<String> findArchived(Tenant tenant, Collection<String> runIds) {
        throw notHere();
    }

    @Override
    public Optional<ArchivedRun> findArchive(Tenant tenant, String runId) {
        throw notHere();
    }

    @Override
    public List<ArchivedRun> findArchives(Tenant tenant, TimeRange range, int limit) {
        throw notHere();
    }

    @Override
    public List<WorkflowRun> findArchivedRuns(Tenant tenant, TimeRange range, int limit) {
        throw notHere();
    }

    @Override
    public long deleteArchive(Tenant tenant, String runId) {
        throw notHere();
    }

    @Override
    public List<DailyRuns> dailyRuns(StatisticsQuery query) {
        throw notHere();
    }

    @Override
    public List<DailyTerminals> dailyTerminals(StatisticsQuery query) {
        throw notHere();
    }

    @Override
    public List<DailyTokenCost> dailyTokenCost(StatisticsQuery query) {
        throw notHere();
    }

    @Override
    public List<AverageInteraction> averageInteractions(StatisticsQuery query) {
        throw notHere();
    }

    @Override
    public List<NodeFigures> failingNodes(StatisticsQuery query, int limit) {
        throw notHere();
    }

    @Override
    public List<NodeFigures> slowestNodes(StatisticsQuery query, int limit) {
        throw notHere();
    }
}
