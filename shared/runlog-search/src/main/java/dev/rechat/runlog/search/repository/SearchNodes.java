package dev.rechat.runlog.search.repository;

import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.node.NodeCounts;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.NodeSnapshot;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.node.Offload;
import dev.rechat.runlog.node.WorkflowNodeExecutionRepository;
import dev.rechat.runlog.search.document.NodeDocuments;
import dev.rechat.runlog.search.index.Hit;
import dev.rechat.runlog.search.index.Order;
import dev.rechat.runlog.search.index.Queries;
import dev.rechat.runlog.search.index.SearchIndices;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Node executions. Offloads know their execution and not its run, so they are found by the ids of executions; a run's own by its. */
public final class SearchNodes implements WorkflowNodeExecutionRepository {

    private static final Order BY_TIME = Order.by("created_at", "asc", "index", "asc", "id", "asc");
    private static final int AT_A_TIME = 1_000;

    private final SearchIndices indices;

    public SearchNodes(SearchIndices indices) {
        this.indices = indices;
    }

    @Override
    public void save(NodeExecution execution) {
        indices.writes().write(List.of(NodeDocuments.entry(execution)), false, false);
    }

    @Override
    public void save(Offload offload) {
        indices.writes().write(List.of(NodeDocuments.entry(offload)), false, false);
    }

    @Override
    public Optional<NodeExecution> findLast(Tenant tenant, AppId app, String workflowId, String nodeId) {
        JsonNode query = Queries.of(tenant)
                .is("app_id", app.toString())
                .is("workflow_id", workflowId)
                .is("node_id", nodeId)
                .isNot("status", NodeStatus.PAUSED.wire())
                .build();
        Order newest = Order.by("created_at", "desc", "index", "desc", "id", "desc");
        return nodes(tenant, query, newest, 1).stream().findFirst();
    }

    @Override
    public List<NodeExecution> findByRun(Tenant tenant, AppId app, String runId) {
        JsonNode query = ofRun(tenant, app, runId).build();
        return nodes(tenant, query, BY_TIME, Integer.MAX_VALUE);
    }

    @Override
    public List<NodeSnapshot> findSnapshots(Tenant tenant, AppId app, String workflowId, String runId) {
        JsonNode query = ofRun(tenant, app, runId).is("workflow_id", workflowId).build();
        return indices
                .searches()
                .find(RecordType.NODE_EXECUTIONS, tenant, query, BY_TIME, Integer.MAX_VALUE, NodeDocuments.OF_SNAPSHOTS)
                .stream()
                .map(hit -> NodeDocuments.snapshot(hit.document()))
                .toList();
    }

    private static Queries ofRun(Tenant tenant, AppId app, String runId) {
        return Queries.of(tenant).is("app_id", app.toString()).is("workflow_run_id", runId);
    }

    @Override
    public Optional<NodeExecution> find(Tenant tenant, String id) {
        return indices.documents()
                .find(RecordType.NODE_EXECUTIONS, tenant, id)
                .map(hit -> NodeDocuments.node(hit.document()));
    }

    @Override
    public List<NodeExecution> findExpired(Tenant tenant, Instant before, int limit) {
        Limits.check(limit, RunSearch.MOST);
        return nodes(tenant, before(tenant, before), Order.OLDEST_FIRST, limit);
    }

    @Override
    public NodeCounts deleteExpired(Tenant tenant, Instant before, int batchSize) {
        return deleteAll(tenant, before(tenant, before), batchSize);
    }

    private static JsonNode before(Tenant tenant, Instant before) {
        return Queries.of(tenant).within("created_at", TimeRange.before(before)).build();
    }

    @Override
    public NodeCounts deleteByApp(Tenant tenant, AppId app, int batchSize) {
        JsonNode query = Queries.of(tenant).is("app_id", app.toString()).build();
        NodeCounts removed = deleteAll(tenant, query, batchSize);
        long some = indices.writes().remove(RecordType.OFFLOADS, tenant, query, batchSize);
        while (some > 0) {
            removed = removed.plus(new NodeCounts(0, some));
            some = indices.writes().remove(RecordType.OFFLOADS, tenant, query, batchSize);
        }
        return removed;
    }

    /** Offloads first: what breaks off before the executions went is found again. */
    private NodeCounts deleteAll(Tenant tenant, JsonNode query, int batchSize) {
        Limits.check(batchSize, RunSearch.MOST);
        NodeCounts removed = new NodeCounts(0, 0);
        List<Hit> batch = locate(tenant, query, batchSize);
        while (!batch.isEmpty()) {
            long offloads = deleteOffloads(tenant, ids(batch));
            removed = removed.plus(new NodeCounts(indices.writes().remove(batch), offloads));
            batch = locate(tenant, query, batchSize);
        }
        return removed;
    }

    @Override
    public long delete(Tenant tenant, Collection<String> ids) {
        return indices.writes().remove(indices.documents().locate(RecordType.NODE_EXECUTIONS, tenant, ids));
    }

    @Override
    public NodeCounts countByRuns(Tenant tenant, Collection<String> runIds) {
        NodeCounts counts = new NodeCounts(0, 0);
        for (List<String> some : Batches.of(runIds, AT_A_TIME)) {
            List<Hit> executions = locate(tenant, ofRuns(tenant, some), Integer.MAX_VALUE);
            long offloads = indices.searches().count(RecordType.OFFLOADS, tenant, ofOwners(tenant, some));
            for (List<String> ids : Batches.of(ids(executions), AT_A_TIME)) {
                offloads += indices.searches().count(RecordType.OFFLOADS, tenant, ofOwners(tenant, ids));
            }
            counts = counts.plus(new NodeCounts(executions.size(), offloads));
        }
        return counts;
    }

    @Override
    public NodeCounts deleteByRuns(Tenant tenant, Collection<String> runIds) {
        NodeCounts removed = new NodeCounts(0, 0);
        for (List<String> some : Batches.of(runIds, AT_A_TIME)) {
            removed = removed.plus(deleteAll(tenant, ofRuns(tenant, some), AT_A_TIME));
            removed = removed.plus(new NodeCounts(0, deleteOffloads(tenant, some)));
        }
        return removed;
    }

    @Override
    public List<Offload> findOffloads(Tenant tenant, Collection<String> ids) {
        List<Offload> found = new ArrayList<>();
        for (List<String> some : Batches.of(ids, AT_A_TIME)) {
            indices.searches()
                    .find(
                            RecordType.OFFLOADS,
                            tenant,
                            ofOwners(tenant, some),
                            Order.OLDEST_FIRST,
                            null,
                            Integer.MAX_VALUE)
                    .forEach(hit -> found.add(NodeDocuments.offload(hit.document())));
        }
        found.sort(Comparator.comparing(Offload::nodeExecutionId)
                .thenComparing(offload -> offload.type().wire()));
        return List.copyOf(found);
    }

    private long deleteOffloads(Tenant tenant, Collection<String> owners) {
        long removed = 0;
        for (List<String> some : Batches.of(owners, AT_A_TIME)) {
            List<Hit> offloads =
                    indices.searches().locate(RecordType.OFFLOADS, tenant, ofOwners(tenant, some), Integer.MAX_VALUE);
            removed += indices.writes().remove(offloads);
        }
        return removed;
    }

    private static JsonNode ofRuns(Tenant tenant, List<String> runIds) {
        return Queries.of(tenant).in("workflow_run_id", runIds).build();
    }

    private static JsonNode ofOwners(Tenant tenant, List<String> ids) {
        return Queries.of(tenant).in("node_execution_id", ids).build();
    }

    private static List<String> ids(List<Hit> executions) {
        return executions.stream().map(Hit::recordId).toList();
    }

    private List<Hit> locate(Tenant tenant, JsonNode query, int limit) {
        return indices.searches().locate(RecordType.NODE_EXECUTIONS, tenant, query, limit);
    }

    private List<NodeExecution> nodes(Tenant tenant, JsonNode query, Order order, int limit) {
        return indices.searches().find(RecordType.NODE_EXECUTIONS, tenant, query, order, null, limit).stream()
                .map(hit -> NodeDocuments.node(hit.document()))
                .toList();
    }
}
