package dev.rechat.admin.runlog;

import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.runlog.RunLogStore;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.run.WorkflowRun;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The run logs of this house in the store that was chosen for them. What is not this house's is not found. */
@Singleton
final class RunLogs {

    private static final int LONGEST_ID = 255;

    private final RunLogStore store;
    private final Tenant tenant;

    RunLogs(RunLogStore store, Tenant tenant) {
        this.store = store;
        this.tenant = tenant;
    }

    RunLogStore store() {
        return store;
    }

    Tenant tenant() {
        return tenant;
    }

    /** How the stores are. */
    List<StoreView> reports() {
        return List.of(StoreView.of(store.report(tenant), true));
    }

    /** @throws NotFoundException when there is none of this id */
    WorkflowRun run(String id) {
        return (isId(id) ? store.runs().find(tenant, id) : Optional.<WorkflowRun>empty())
                .orElseThrow(() -> new NotFoundException("run"));
    }

    /** @throws NotFoundException when the run has no execution of this id */
    NodeExecution node(String runId, String id) {
        return (isId(runId) && isId(id) ? store.nodes().find(tenant, id) : Optional.<NodeExecution>empty())
                .filter(node -> runId.equals(node.workflowRunId()))
                .orElseThrow(() -> new NotFoundException("node execution"));
    }

    /** Ids come from Dify and are bounded by their columns only. */
    private static boolean isId(String text) {
        return !text.isBlank() && text.length() <= LONGEST_ID;
    }
}
