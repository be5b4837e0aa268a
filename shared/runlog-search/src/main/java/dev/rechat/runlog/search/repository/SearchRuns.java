package dev.rechat.runlog.search.repository;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.archive.ArchivedRun;
import dev.rechat.runlog.archive.RunArchive;
import dev.rechat.runlog.pause.KeptStates;
import dev.rechat.runlog.pause.PauseReason;
import dev.rechat.runlog.pause.RunPause;
import dev.rechat.runlog.pause.RunPauses;
import dev.rechat.runlog.payload.PayloadStore;
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
import dev.rechat.runlog.search.document.RunDocuments;
import dev.rechat.runlog.search.index.Order;
import dev.rechat.runlog.search.index.Queries;
import dev.rechat.runlog.search.index.SearchIndices;
import dev.rechat.runlog.statistics.AverageInteraction;
import dev.rechat.runlog.statistics.DailyRuns;
import dev.rechat.runlog.statistics.DailyTerminals;
import dev.rechat.runlog.statistics.DailyTokenCost;
import dev.rechat.runlog.statistics.NodeFigures;
import dev.rechat.runlog.statistics.RunStatistics;
import dev.rechat.runlog.statistics.StatisticsQuery;
import dev.rechat.runlog.store.WorkflowRunRepository;
import io.micronaut.json.tree.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs. It hands on what is about pauses, archives and figures, each of which stands in a class of its own. */
public final class SearchRuns implements WorkflowRunRepository {

    private final SearchIndices indices;
    private final RunDocuments documents;
    private final RunSearch search;
    private final RunNumbers numbers;
    private final Related related;
    private final RunPauses pauses;
    private final RunArchive archive;
    private final RunStatistics statistics;

    public SearchRuns(
            SearchIndices indices,
            RunDocuments documents,
            SearchNodes nodes,
            PayloadStore payloads,
            IdGenerator ids,
            Clock clock) {
        this.indices = indices;
        this.documents = documents;
        this.search = new RunSearch(indices, documents);
        this.numbers = new RunNumbers(indices.searches(), clock);
        this.related = new Related(indices, nodes, payloads);
        this.pauses = new SearchPauses(indices, documents, payloads, ids, clock);
        this.archive = new SearchArchive(indices, documents, clock);
        this.statistics = new SearchStatistics(indices.searches());
    }

    @Override
    public void save(WorkflowRun run) {
        indices.writes().write(List.of(documents.entry(run)), false, false);
    }

    @Override
    public void save(AppLog log) {
        indices.writes().write(List.of(documents.entry(log)), false, false);
    }

    @Override
    public RunPage findPage(RunQuery query, int limit, @Nullable String lastId) {
        return search.page(query, limit, lastId);
    }

    @Override
    public SearchAbility search() {
        return SearchAbility.FULL_TEXT;
    }

    @Override
    public Optional<WorkflowRun> find(Tenant tenant, AppId app, String id) {
        return find(tenant, id).filter(run -> run.appId().equals(app));
    }

    @Override
    public Optional<WorkflowRun> find(Tenant tenant, String id) {
        return indices.documents().find(RecordType.WORKFLOW_RUNS, tenant, id).map(hit -> documents.run(hit.document()));
    }

    @Override
    public RunCounts count(
            Tenant tenant,
            AppId app,
            Set<TriggeredFrom> triggeredFrom,
            @Nullable RunStatus status,
            @Nullable Duration last) {
        return numbers.count(tenant, app, triggeredFrom, status, last);
    }

    @Override
    public List<WorkflowRun> findExpired(Tenant tenant, Instant before, int limit) {
        return search.before(tenant, before, limit);
    }

    @Override
    public List<WorkflowRun> findEnded(EndedRuns which, int limit) {
        return search.ended(which, limit);
    }

    @Override
    public long delete(Tenant tenant, Collection<String> ids) {
        return indices.writes().remove(indices.documents().locate(RecordType.WORKFLOW_RUNS, tenant, ids));
    }

    @Override
    public long deleteByApp(Tenant tenant, AppId app, int batchSize) {
        Limits.check(batchSize, RunSearch.MOST);
        JsonNode query = Queries.of(tenant).is("app_id", app.toString()).build();
        long all = 0;
        long some = indices.writes().remove(RecordType.WORKFLOW_RUNS, tenant, query, batchSize);
        while (some > 0) {
            all += some;
            some = indices.writes().remove(RecordType.WORKFLOW_RUNS, tenant, query, batchSize);
        }
        return all;
    }

    @Override
    public List<AppLog> findAppLogs(Tenant tenant, String runId) {
        JsonNode query = Queries.of(tenant).is("workflow_run_id", runId).build();
        return indices
                .searches()
                .find(RecordType.APP_LOGS, tenant, query, Order.OLDEST_FIRST, null, RunSearch.MOST)
                .stream()
                .map(hit -> documents.appLog(hit.document()))
                .toList();
    }

    @Override
    public RelatedCounts deleteWithRelated(Tenant tenant, Collection<String> ids) {
        return related.delete(tenant, ids);
    }

    @Override
    public RelatedCounts countWithRelated(Tenant tenant, Collection<String> ids) {
        return related.count(tenant, ids);
    }

    @Override
    public Expiry expire(Tenant tenant, Instant before, int batchSize) {
        return related.expire(tenant, before, batchSize);
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
