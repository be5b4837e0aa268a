package dev.rechat.runlog.node;

import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.Tenant;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The node executions of a store: what Dify's {@code DifyAPIWorkflowNodeExecutionRepository} (1.14) promises. What belongs to
 * another tenant does not exist.
 */
public interface WorkflowNodeExecutionRepository {

    /** Writes an execution, new or again; the last save wins and {@code createdAt} stays the first one. */
    void save(NodeExecution execution);

    /** Writes where the whole of a mapping is; one that is there for this execution and type is replaced. */
    void save(Offload offload);

    /** The newest one of a node that is not paused. */
    Optional<NodeExecution> findLast(Tenant tenant, AppId app, String workflowId, String nodeId);

    /** All of a run, paused ones too, in the order of {@code createdAt}, {@code index}, {@code id}. */
    List<NodeExecution> findByRun(Tenant tenant, AppId app, String runId);

    /** As {@link #findByRun}, in the same order, without content. */
    List<NodeSnapshot> findSnapshots(Tenant tenant, AppId app, String workflowId, String runId);

    /**
     * As {@link #findByRun}, in the same order, with errors and figures and without mappings. Dify has no such method; a store
     * that can leave the mappings where they are says so by a method of its own.
     */
    default List<NodeOutline> findOutlines(Tenant tenant, AppId app, String runId) {
        return findByRun(tenant, app, runId).stream().map(NodeOutline::of).toList();
    }

    Optional<NodeExecution> find(Tenant tenant, String id);

    List<NodeExecution> findExpired(Tenant tenant, Instant before, int limit);

    /** Removes what began before a time, with offloads, so many at a time until none is left. */
    NodeCounts deleteExpired(Tenant tenant, Instant before, int batchSize);

    /** Removes executions of an app with all offloads of the app, those of its runs too, so many at a time; the files stay. */
    NodeCounts deleteByApp(Tenant tenant, AppId app, int batchSize);

    /** Removes executions; their offloads stay, as in Dify. @return how many there were */
    long delete(Tenant tenant, Collection<String> ids);

    /** How many executions runs have, and how many offloads these and the runs themselves. */
    NodeCounts countByRuns(Tenant tenant, Collection<String> runIds);

    /** Removes the executions of runs, and the offloads of these and of the runs themselves; the files stay. */
    NodeCounts deleteByRuns(Tenant tenant, Collection<String> runIds);

    /** @param ids of executions, and of runs for the runs' own */
    List<Offload> findOffloads(Tenant tenant, Collection<String> ids);
}
