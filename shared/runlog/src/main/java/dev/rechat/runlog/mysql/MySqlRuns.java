package dev.rechat.runlog.mysql;

import dev.rechat.kernel.id.AppId;
import dev.rechat.persistence.database.Statement;
import dev.rechat.runlog.RecordKey;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.archive.ArchivedRun;
import dev.rechat.runlog.archive.RunArchive;
import dev.rechat.runlog.pause.KeptStates;
import dev.rechat.runlog.pause.PauseReason;
import dev.rechat.runlog.pause.RunPause;
import dev.rechat.runlog.pause.RunPauses;
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
import dev.rechat.runlog.statistics.RunStatistics;
import dev.rechat.runlog.statistics.StatisticsQuery;
import dev.rechat.runlog.store.WorkflowRunRepository;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs. It hands on what is about pauses, archives, figures and removal, each of which stands in a class of its own. */
@Singleton
class MySqlRuns implements WorkflowRunRepository {

    private final RunLogDatabase database;
    private final Writing writing;
    private final RunPages pages;
    private final RunCounting counting;
    private final RunRemoval removal;
    private final Expiring expiring;
    private final RunPauses pauses;
    private final RunArchive archive;
    private final RunStatistics statistics;

    MySqlRuns(
            RunLogDatabase database,
            Writing writing,
            RunPages pages,
            RunCounting counting,
            RunRemoval removal,
            Expiring expiring,
            MySqlPauses pauses,
            MySqlArchive archive,
            MySqlStatistics statistics) {
        this.database = database;
        this.writing = writing;
        this.pages = pages;
        this.counting = counting;
        this.removal = removal;
        this.expiring = expiring;
        this.pauses = pauses;
        this.archive = archive;
        this.statistics = statistics;
    }

    @Override
    public void save(WorkflowRun run) {
        writing.write(RunRows.TABLE, List.of(run), false);
    }

    @Override
    public void save(AppLog log) {
        writing.write(Tables.APP_LOGS, List.of(log), false);
    }

    @Override
    public RunPage findPage(RunQuery query, int limit, @Nullable String lastId) {
        return pages.page(query, limit, lastId);
    }

    @Override
    public SearchAbility search() {
        return SearchAbility.SUBSTRING;
    }

    @Override
    public Optional<WorkflowRun> find(Tenant tenant, AppId app, String id) {
        return find(tenant, id).filter(run -> run.appId().equals(app));
    }

    @Override
    public Optional<WorkflowRun> find(Tenant tenant, String id) {
        return database.first(RunRows.TABLE.byIds(tenant, "id", List.of(id)), RunRows.TABLE.reading());
    }

    @Override
    public RunCounts count(
            Tenant tenant,
            AppId app,
            Set<TriggeredFrom> triggeredFrom,
            @Nullable RunStatus status,
            @Nullable Duration last) {
        return counting.count(tenant, app, triggeredFrom, status, last);
    }

    @Override
    public List<WorkflowRun> findExpired(Tenant tenant, Instant before, int limit) {
        Limits.check(limit);
        return database.read(
                RunRows.TABLE.walk(tenant, TimeRange.before(before), null, limit), RunRows.TABLE.reading());
    }

    @Override
    public List<WorkflowRun> findEnded(EndedRuns which, int limit) {
        Limits.check(limit);
        if (which.types() != null && which.types().isEmpty()) {
            return List.of();
        }
        Statement statement = RunRows.TABLE
                .within(RunRows.TABLE.select(which.tenant(), "workflow_runs_time"), which.range())
                .add(" AND status IN ")
                .addList(RunRows.TABLE.ended());
        if (which.types() != null) {
            statement
                    .add(" AND type IN ")
                    .addList(which.types().stream().map(type -> type.wire()).toList());
        }
        if (!which.workflowIds().isEmpty()) {
            statement.add(" AND workflow_id IN ").addList(which.workflowIds());
        }
        RecordKey after = which.after();
        if (after != null) {
            statement.add(
                    " AND created_at >= ? AND (created_at > ? OR id > ?)",
                    after.createdAt(),
                    after.createdAt(),
                    after.id());
        }
        return database.read(statement.add(" ORDER BY created_at, id LIMIT ?", limit), RunRows.TABLE.reading());
    }

    @Override
    public long delete(Tenant tenant, Collection<String> ids) {
        return removal.delete(tenant, ids);
    }

    @Override
    public long deleteByApp(Tenant tenant, AppId app, int batchSize) {
        return removal.deleteByApp(tenant, app, batchSize);
    }

    @Override
    public List<AppLog> findAppLogs(Tenant tenant, String runId) {
        return database.read(
                Tables.APP_LOGS.byIds(tenant, "workflow_run_id", List.of(runId)).add(" ORDER BY created_at, id"),
                Tables.APP_LOGS.reading());
    }

    @Override
    public RelatedCounts deleteWithRelated(Tenant tenant, Collection<String> ids) {
        return removal.deleteWithRelated(tenant, ids);
    }

    @Override
    public RelatedCounts countWithRelated(Tenant tenant, Collection<String> ids) {
        return removal.countWithRelated(tenant, ids);
    }

    @Override
    public Expiry expire(Tenant tenant, Instant before, int batchSize) {
        return expiring.expire(tenant, before, batchSize);
    }

    @Override
    public RunPause pause(Tenant tenant, String runId, String state, List<PauseReason> reasons) {
        return pauses.pause(tenant, runId, state, reasons);
    }

    @Override
    public Optional<RunPause> findPause(Tenant tenant, String runId) {
        return pauses.findPause(tenant, runId);
    }

    @Override
    public String stateOf(RunPause pause) {
        return pauses.stateOf(pause);
    }

    @Override
    public RunPause resume(RunPause pause) {
        return pauses.resume(pause);
    }

    @Override
    public void delete(RunPause pause) {
        pauses.delete(pause);
    }

    @Override
    public List<String> prunePauses(
            Tenant tenant, Instant begunBefore, Instant resumedBefore, int limit, KeptStates kept) {
        return pauses.prunePauses(tenant, begunBefore, resumedBefore, limit, kept);
    }

    @Override
    public int archive(WorkflowRun run, List<AppLog> logs) {
        return archive.archive(run, logs);
    }

    @Override
    public Set<String> findArchived(Tenant tenant, Collection<String> runIds) {
        return archive.findArchived(tenant, runIds);
    }

    @Override
    public Optional<ArchivedRun> findArchive(Tenant tenant, String runId) {
        return archive.findArchive(tenant, runId);
    }

    @Override
    public List<ArchivedRun> findArchives(Tenant tenant, TimeRange range, int limit) {
        return archive.findArchives(tenant, range, limit);
    }

    @Override
    public List<WorkflowRun> findArchivedRuns(Tenant tenant, TimeRange range, int limit) {
        return archive.findArchivedRuns(tenant, range, limit);
    }

    @Override
    public long deleteArchive(Tenant tenant, String runId) {
        return archive.deleteArchive(tenant, runId);
    }

    @Override
    public List<DailyRuns> dailyRuns(StatisticsQuery query) {
        return statistics.dailyRuns(query);
    }

    @Override
    public List<DailyTerminals> dailyTerminals(StatisticsQuery query) {
        return statistics.dailyTerminals(query);
    }

    @Override
    public List<DailyTokenCost> dailyTokenCost(StatisticsQuery query) {
        return statistics.dailyTokenCost(query);
    }

    @Override
    public List<AverageInteraction> averageInteractions(StatisticsQuery query) {
        return statistics.averageInteractions(query);
    }

    @Override
    public List<NodeFigures> failingNodes(StatisticsQuery query, int limit) {
        return statistics.failingNodes(query, limit);
    }

    @Override
    public List<NodeFigures> slowestNodes(StatisticsQuery query, int limit) {
        return statistics.slowestNodes(query, limit);
    }
}
