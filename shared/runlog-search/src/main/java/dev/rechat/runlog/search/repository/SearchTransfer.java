package dev.rechat.runlog.search.repository;

import dev.rechat.runlog.RecordKey;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.search.client.Json;
import dev.rechat.runlog.search.document.ArchiveDocuments;
import dev.rechat.runlog.search.document.NodeDocuments;
import dev.rechat.runlog.search.document.PauseDocuments;
import dev.rechat.runlog.search.document.RunDocuments;
import dev.rechat.runlog.search.index.Entry;
import dev.rechat.runlog.search.index.Hit;
import dev.rechat.runlog.search.index.Order;
import dev.rechat.runlog.search.index.Queries;
import dev.rechat.runlog.search.index.SearchIndices;
import dev.rechat.runlog.transfer.RunLogBatch;
import dev.rechat.runlog.transfer.RunLogTransfer;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Many records at once. Archives stand in the order of their runs' time and their own id. */
public final class SearchTransfer implements RunLogTransfer {

    private static final int AT_A_TIME = 500;

    private final SearchIndices indices;
    private final RunDocuments runs;
    private final ArchiveDocuments archives;

    public SearchTransfer(SearchIndices indices, RunDocuments runs) {
        this.indices = indices;
        this.runs = runs;
        this.archives = new ArchiveDocuments(runs);
    }

    @Override
    public void write(RunLogBatch batch, Visibility visibility) {
        List<Entry> entries = new ArrayList<>(batch.size());
        batch.runs().forEach(run -> entries.add(runs.entry(run)));
        batch.nodes().forEach(node -> entries.add(NodeDocuments.entry(node)));
        batch.appLogs().forEach(log -> entries.add(runs.entry(log)));
        batch.offloads().forEach(offload -> entries.add(NodeDocuments.entry(offload)));
        batch.pauses().forEach(pause -> entries.add(PauseDocuments.entry(pause)));
        batch.archives().forEach(archive -> entries.add(archives.entry(archive)));
        indices.writes().write(entries, true, visibility == Visibility.AT_ONCE);
    }

    @Override
    public RunLogBatch read(RecordType type, Tenant tenant, TimeRange range, @Nullable RecordKey after, int limit) {
        Limits.check(limit, RunSearch.MOST);
        List<Hit> hits = indices.searches()
                .find(type, tenant, within(tenant, range), Order.OLDEST_FIRST, Order.after(after), limit);
        return batch(type, hits);
    }

    @Override
    public RunLogBatch read(RecordType type, Tenant tenant, Collection<String> ids) {
        String field = switch (type) {
            case OFFLOADS, PAUSES -> "id";
            case ARCHIVES -> "workflow_run_id";
            case WORKFLOW_RUNS, NODE_EXECUTIONS, APP_LOGS -> null;
        };
        if (field == null) {
            return batch(type, indices.documents().find(type, tenant, ids));
        }
        List<Hit> hits = new ArrayList<>();
        for (List<String> some : Batches.of(ids, AT_A_TIME)) {
            JsonNode query = Queries.of(tenant).in(field, some).build();
            hits.addAll(indices.searches().find(type, tenant, query, Order.OLDEST_FIRST, null, Integer.MAX_VALUE));
        }
        return batch(type, hits);
    }

    @Override
    public RunLogBatch sample(RecordType type, Tenant tenant, TimeRange range, int size) {
        Limits.check(size, RunSearch.MOST);
        JsonNode random = Json.object(
                "function_score",
                Json.object("query", within(tenant, range), "random_score", Json.object(), "boost_mode", "replace"));
        JsonNode body = Json.object("query", random, "size", size, "track_total_hits", false, "_source", false);
        List<Hit> picked = indices.searches().hits(indices.searches().search(type, tenant, body));
        return batch(type, indices.documents().load(picked));
    }

    @Override
    public long count(RecordType type, Tenant tenant, TimeRange range) {
        return indices.searches().count(type, tenant, within(tenant, range));
    }

    private static JsonNode within(Tenant tenant, TimeRange range) {
        return Queries.of(tenant).within("created_at", range).build();
    }

    private RunLogBatch batch(RecordType type, List<Hit> hits) {
        return new RunLogBatch(
                records(type, RecordType.WORKFLOW_RUNS, hits, runs::run),
                records(type, RecordType.NODE_EXECUTIONS, hits, NodeDocuments::node),
                records(type, RecordType.APP_LOGS, hits, runs::appLog),
                records(type, RecordType.OFFLOADS, hits, NodeDocuments::offload),
                records(type, RecordType.PAUSES, hits, PauseDocuments::pause),
                records(type, RecordType.ARCHIVES, hits, archives::archive));
    }

    private static <T> List<T> records(
            RecordType type, RecordType wanted, List<Hit> hits, Function<JsonNode, T> record) {
        return type == wanted
                ? hits.stream().map(hit -> record.apply(hit.document())).toList()
                : List.of();
    }
}
