package dev.rechat.runlog.search.repository;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.node.NodeCounts;
import dev.rechat.runlog.pause.RunPause;
import dev.rechat.runlog.payload.PayloadStore;
import dev.rechat.runlog.run.RelatedCounts;
import dev.rechat.runlog.search.document.PauseDocuments;
import dev.rechat.runlog.search.index.Hit;
import dev.rechat.runlog.search.index.Order;
import dev.rechat.runlog.search.index.Queries;
import dev.rechat.runlog.search.index.SearchIndices;
import dev.rechat.runlog.store.WorkflowRunRepository.Expiry;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Runs with all that belongs to them. Runs go last: what breaks off is found and completed by doing it again. */
final class Related {

    private static final int AT_A_TIME = 1_000;

    private final SearchIndices indices;
    private final SearchNodes nodes;
    private final PayloadStore payloads;

    Related(SearchIndices indices, SearchNodes nodes, PayloadStore payloads) {
        this.indices = indices;
        this.nodes = nodes;
        this.payloads = payloads;
    }

    RelatedCounts count(Tenant tenant, Collection<String> ids) {
        RelatedCounts counts = RelatedCounts.NONE;
        for (List<String> some : Batches.of(ids, AT_A_TIME)) {
            NodeCounts ofNodes = nodes.countByRuns(tenant, some);
            List<Hit> pauses = pauses(tenant, ofRuns(tenant, some));
            counts = counts.plus(new RelatedCounts(
                    indices.documents()
                            .locate(RecordType.WORKFLOW_RUNS, tenant, some)
                            .size(),
                    ofNodes.executions(),
                    ofNodes.offloads(),
                    indices.searches().count(RecordType.APP_LOGS, tenant, ofRuns(tenant, some)),
                    pauses.size(),
                    reasons(pauses)));
        }
        return counts;
    }

    RelatedCounts delete(Tenant tenant, Collection<String> ids) {
        RelatedCounts removed = RelatedCounts.NONE;
        for (List<String> some : Batches.of(ids, AT_A_TIME)) {
            NodeCounts ofNodes = nodes.deleteByRuns(tenant, some);
            List<Hit> logs =
                    indices.searches().locate(RecordType.APP_LOGS, tenant, ofRuns(tenant, some), Integer.MAX_VALUE);
            long ofLogs = indices.writes().remove(logs);
            List<Hit> pauses = pauses(tenant, ofRuns(tenant, some));
            long ofPauses = delete(pauses);
            List<Hit> runs = indices.documents().locate(RecordType.WORKFLOW_RUNS, tenant, some);
            removed = removed.plus(new RelatedCounts(
                    indices.writes().remove(runs),
                    ofNodes.executions(),
                    ofNodes.offloads(),
                    ofLogs,
                    ofPauses,
                    reasons(pauses)));
        }
        return removed;
    }

    Expiry expire(Tenant tenant, Instant before, int batchSize) {
        Limits.check(batchSize, RunSearch.MOST);
        JsonNode old = Queries.of(tenant)
                .within("created_at", TimeRange.before(before))
                .build();
        boolean more = false;
        SortedSet<YearMonth> months = new TreeSet<>();
        if (indices.searches().count(RecordType.PAUSES, tenant, old) == 0) {
            months.addAll(drop(RecordType.PAUSES, tenant, before));
        }
        long[] numbers = new long[RecordType.values().length];
        for (RecordType type : List.of(
                RecordType.OFFLOADS, RecordType.APP_LOGS, RecordType.NODE_EXECUTIONS, RecordType.WORKFLOW_RUNS)) {
            months.addAll(drop(type, tenant, before));
            long some = indices.writes().remove(type, tenant, old, batchSize);
            numbers[type.ordinal()] = some;
            more |= some >= batchSize;
        }
        RelatedCounts removed = new RelatedCounts(
                numbers[RecordType.WORKFLOW_RUNS.ordinal()],
                numbers[RecordType.NODE_EXECUTIONS.ordinal()],
                numbers[RecordType.OFFLOADS.ordinal()],
                numbers[RecordType.APP_LOGS.ordinal()],
                0,
                0);
        return new Expiry(removed, months.stream().map(YearMonth::toString).toList(), more);
    }

    private Collection<YearMonth> drop(RecordType type, Tenant tenant, Instant before) {
        SortedMap<YearMonth, String> months = indices.catalog().monthsBefore(type, tenant, before);
        indices.catalog().drop(months.values());
        return months.keySet();
    }

    private List<Hit> pauses(Tenant tenant, JsonNode query) {
        return indices.searches().find(RecordType.PAUSES, tenant, query, Order.OLDEST_FIRST, null, Integer.MAX_VALUE);
    }

    private long delete(List<Hit> pauses) {
        pauses.forEach(
                pause -> payloads.delete(PauseDocuments.pause(pause.document()).stateKey()));
        return indices.writes().remove(pauses);
    }

    private static long reasons(List<Hit> pauses) {
        return pauses.stream()
                .map(hit -> PauseDocuments.pause(hit.document()))
                .map(RunPause::reasons)
                .mapToLong(List::size)
                .sum();
    }

    private static JsonNode ofRuns(Tenant tenant, List<String> ids) {
        return Queries.of(tenant).in("workflow_run_id", ids).build();
    }
}
