package dev.rechat.maintenance.runlog;

import dev.rechat.kernel.id.AppId;
import dev.rechat.maintenance.runlog.kind.Kinds;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.node.NodeCounts;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.NodeSnapshot;
import dev.rechat.runlog.node.Offload;
import dev.rechat.runlog.node.WorkflowNodeExecutionRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What the tests here ask for; anything else fails loudly. */
record MemoryNodes(MemoryStore store) implements WorkflowNodeExecutionRepository {

    private static UnsupportedOperationException notHere() {
        return new UnsupportedOperationException("not kept in memory");
    }

    @Override
    public void save(NodeExecution execution) {
        throw notHere();
    }

    @Override
    public void save(Offload offload) {
        throw notHere();
    }

    @Override
    public Optional<NodeExecution> findLast(Tenant tenant, AppId app, String workflowId, String nodeId) {
        throw notHere();
    }

    @Override
    public List<NodeExecution> findByRun(Tenant tenant, AppId app, String runId) {
        return store.all(Kinds.NODES).stream()
                .filter(node -> runId.equals(node.workflowRunId()))
                .toList();
    }

    @Override
    public List<NodeSnapshot> findSnapshots(Tenant tenant, AppId app, String workflowId, String runId) {
        throw notHere();
    }

    @Override
    public Optional<NodeExecution> find(Tenant tenant, String id) {
        throw notHere();
    }

    @Override
    public List<NodeExecution> findExpired(Tenant tenant, Instant before, int limit) {
        throw notHere();
    }

    @Override
    public NodeCounts deleteExpired(Tenant tenant, Instant before, int batchSize) {
        throw notHere();
    }

    @Override
    public NodeCounts deleteByApp(Tenant tenant, AppId app, int batchSize) {
        throw notHere();
    }

    @Override
    public long delete(Tenant tenant, Collection<String> ids) {
        throw notHere();
    }

    @Override
    public NodeCounts countByRuns(Tenant tenant, Collection<String> runIds) {
        throw notHere();
    }

    @Override
    public NodeCounts deleteByRuns(Tenant tenant, Collection<String> runIds) {
        throw notHere();
    }

    @Override
    public List<Offload> findOffloads(Tenant tenant, Collection<String> executionIds) {
        return store.all(Kinds.OFFLOADS).stream()
                .filter(offload -> executionIds.contains(offload.nodeExecutionId()))
                .toList();
    }
}
