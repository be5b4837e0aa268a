package dev.rechat.runlog.search.repository;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.archive.ArchivedRun;
import dev.rechat.runlog.archive.RunArchive;
import dev.rechat.runlog.run.AppLog;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.search.document.ArchiveDocuments;
import dev.rechat.runlog.search.document.RunDocuments;
import dev.rechat.runlog.search.index.Entry;
import dev.rechat.runlog.search.index.Fields;
import dev.rechat.runlog.search.index.Hit;
import dev.rechat.runlog.search.index.Order;
import dev.rechat.runlog.search.index.Queries;
import dev.rechat.runlog.search.index.SearchIndices;
import io.micronaut.json.tree.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is kept of runs. Its ids follow from run and request, so that archiving again makes nothing twice. */
final class SearchArchive implements RunArchive {

    private static final int AT_A_TIME = 1_000;

    private final SearchIndices indices;
    private final RunDocuments runs;
    private final ArchiveDocuments documents;
    private final Clock clock;

    SearchArchive(SearchIndices indices, RunDocuments runs, Clock clock) {
        this.indices = indices;
        this.runs = runs;
        this.documents = new ArchiveDocuments(runs);
        this.clock = clock;
    }

    @Override
    public int archive(WorkflowRun run, List<AppLog> logs) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Entry> entries = new ArrayList<>();
        for (AppLog log : logs) {
            entries.add(documents.entry(new ArchivedRun(id(run, log), withoutContent(run), log, now)));
        }
        if (entries.isEmpty()) {
            entries.add(documents.entry(new ArchivedRun(id(run, null), withoutContent(run), null, now)));
        }
        indices.writes().write(entries, false, false);
        return entries.size();
    }

    private static String id(WorkflowRun run, @Nullable AppLog log) {
        String name = run.tenant().id() + "/" + run.id() + "/" + (log == null ? "" : log.id());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static WorkflowRun withoutContent(WorkflowRun run) {
        return new WorkflowRun(
                run.id(),
                run.tenant(),
                run.appId(),
                run.workflowId(),
                run.type(),
                run.triggeredFrom(),
                run.version(),
                null,
                false,
                "{}",
                false,
                run.status(),
                run.evidence(),
                run.error(),
                run.elapsedTime(),
                run.totalTokens(),
                run.totalSteps(),
                run.exceptionsCount(),
                run.totalPrice(),
                run.currency(),
                run.createdByRole(),
                run.createdBy(),
                run.createdAt(),
                run.finishedAt(),
                run.turnId(),
                run.conversationId());
    }

    @Override
    public Set<String> findArchived(Tenant tenant, Collection<String> runIds) {
        Set<String> archived = new HashSet<>();
        for (List<String> some : Batches.of(runIds, AT_A_TIME)) {
            JsonNode query = Queries.of(tenant).in("workflow_run_id", some).build();
            indices.searches()
                    .find(
                            RecordType.ARCHIVES,
                            tenant,
                            query,
                            Order.OLDEST_FIRST,
                            Integer.MAX_VALUE,
                            List.of("workflow_run_id"))
                    .forEach(hit -> archived.add(Fields.text(hit.document(), "workflow_run_id")));
        }
        return Set.copyOf(archived);
    }

    @Override
    public Optional<ArchivedRun> findArchive(Tenant tenant, String runId) {
        return archives(tenant, ofRun(tenant, runId), 1).stream().findFirst();
    }

    @Override
    public List<ArchivedRun> findArchives(Tenant tenant, TimeRange range, int limit) {
        Limits.check(limit, RunSearch.MOST);
        return archives(tenant, Queries.of(tenant).within("created_at", range).build(), limit);
    }

    @Override
    public List<WorkflowRun> findArchivedRuns(Tenant tenant, TimeRange range, int limit) {
        Limits.check(limit, RunSearch.MOST);
        List<WorkflowRun> found = new ArrayList<>();
        JsonNode query = Queries.of(tenant).within("created_at", range).build();
        List<JsonNode> after = null;
        while (found.size() < limit) {
            List<Hit> page = indices.searches()
                    .find(RecordType.WORKFLOW_RUNS, tenant, query, Order.OLDEST_FIRST, after, AT_A_TIME);
            Set<String> archived = findArchived(
                    tenant,
                    page.stream().map(hit -> Fields.text(hit.document(), "id")).collect(Collectors.toSet()));
            page.stream()
                    .map(hit -> runs.run(hit.document()))
                    .filter(run -> archived.contains(run.id()))
                    .limit(limit - found.size())
                    .forEach(found::add);
            if (page.size() < AT_A_TIME) {
                break;
            }
            after = page.getLast().sort();
        }
        return List.copyOf(found);
    }

    @Override
    public long deleteArchive(Tenant tenant, String runId) {
        JsonNode query = ofRun(tenant, runId);
        return indices.writes().remove(indices.searches().locate(RecordType.ARCHIVES, tenant, query, RunSearch.MOST));
    }

    private static JsonNode ofRun(Tenant tenant, String runId) {
        return Queries.of(tenant).is("workflow_run_id", runId).build();
    }

    private List<ArchivedRun> archives(Tenant tenant, JsonNode query, int limit) {
        return indices.searches().find(RecordType.ARCHIVES, tenant, query, Order.OLDEST_FIRST, null, limit).stream()
                .map(hit -> documents.archive(hit.document()))
                .toList();
    }
}
