package dev.rechat.runlog.search.repository;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.WireName;
import dev.rechat.runlog.run.EndedRuns;
import dev.rechat.runlog.run.RunPage;
import dev.rechat.runlog.run.RunQuery;
import dev.rechat.runlog.run.UnknownRunException;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.search.document.RunDocuments;
import dev.rechat.runlog.search.index.DocumentIds;
import dev.rechat.runlog.search.index.Hit;
import dev.rechat.runlog.search.index.Order;
import dev.rechat.runlog.search.index.Queries;
import dev.rechat.runlog.search.index.SearchIndices;
import dev.rechat.runlog.search.index.Searches;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of runs. */
final class RunSearch {

    static final int MOST = 10_000;

    /** More words are no search; a server would refuse them in its own way. */
    private static final int LONGEST_TEXT = 500;

    private final Searches searches;
    private final RunDocuments documents;
    private final SourcedRuns sourced;

    RunSearch(SearchIndices indices, RunDocuments documents) {
        this.searches = indices.searches();
        this.documents = documents;
        this.sourced = new SourcedRuns(indices);
    }

    RunPage page(RunQuery query, int limit, @Nullable String lastId) {
        Limits.check(limit, MOST);
        List<JsonNode> after = lastId == null ? null : place(query, lastId);
        List<Hit> hits = find(query, conditions(query).build(), after, limit + 1);
        boolean more = hits.size() > limit;
        return new RunPage(runs(more ? hits.subList(0, limit) : hits), limit, more);
    }

    private List<Hit> find(RunQuery query, JsonNode conditions, @Nullable List<JsonNode> after, int limit) {
        return query.source() == null
                ? searches.find(RecordType.WORKFLOW_RUNS, query.tenant(), conditions, Order.NEWEST_FIRST, after, limit)
                : sourced.find(query.tenant(), conditions, query.source(), after, limit);
    }

    private List<JsonNode> place(RunQuery query, String lastId) {
        JsonNode same =
                conditions(query).documents(List.of(DocumentIds.of(lastId))).build();
        List<Hit> last =
                searches.find(RecordType.WORKFLOW_RUNS, query.tenant(), same, Order.NEWEST_FIRST, 1, List.of("id"));
        boolean found = query.source() == null
                ? !last.isEmpty()
                : !sourced.of(query.tenant(), last, query.source()).isEmpty();
        if (!found) {
            throw UnknownRunException.lastRun();
        }
        return last.getFirst().sort();
    }

    private static Queries conditions(RunQuery query) {
        Queries conditions = Queries.of(query.tenant()).within("created_at", query.createdAt());
        if (query.appId() != null) {
            conditions.is("app_id", query.appId().toString());
        }
        if (!query.triggeredFrom().isEmpty()) {
            conditions.in("triggered_from", wires(query.triggeredFrom()));
        }
        if (query.status() != null) {
            conditions.is("status", query.status().wire());
        }
        if (query.createdBy() != null) {
            conditions.is("created_by", query.createdBy());
        }
        if (query.text() != null && !query.text().isBlank()) {
            if (query.text().length() > LONGEST_TEXT) {
                throw new IllegalArgumentException("a text to search for has " + LONGEST_TEXT + " signs at most");
            }
            conditions.allWords("text", query.text());
        }
        return conditions;
    }

    List<WorkflowRun> before(Tenant tenant, Instant before, int limit) {
        Limits.check(limit, MOST);
        JsonNode query = Queries.of(tenant)
                .within("created_at", TimeRange.before(before))
                .build();
        return runs(searches.find(RecordType.WORKFLOW_RUNS, tenant, query, Order.OLDEST_FIRST, null, limit));
    }

    List<WorkflowRun> ended(EndedRuns which, int limit) {
        Limits.check(limit, MOST);
        if (which.types() != null && which.types().isEmpty()) {
            return List.of();
        }
        Queries conditions =
                Queries.of(which.tenant()).within("created_at", which.range()).is("ended", true);
        if (which.types() != null) {
            conditions.in("type", wires(which.types()));
        }
        if (!which.workflowIds().isEmpty()) {
            conditions.in("workflow_id", which.workflowIds());
        }
        return runs(searches.find(
                RecordType.WORKFLOW_RUNS,
                which.tenant(),
                conditions.build(),
                Order.OLDEST_FIRST,
                Order.after(which.after()),
                limit));
    }

    static List<String> wires(Collection<? extends WireName> values) {
        return values.stream().map(WireName::wire).sorted().toList();
    }

    private List<WorkflowRun> runs(List<Hit> hits) {
        return hits.stream().map(hit -> documents.run(hit.document())).toList();
    }
}
