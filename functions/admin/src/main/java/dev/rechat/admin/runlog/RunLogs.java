package dev.rechat.admin.runlog;

import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.runlog.RunLogUnavailableException;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.settings.RunLogConfiguration;
import dev.rechat.runlog.settings.RunLogStores;
import dev.rechat.runlog.store.RunLogStore;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The run logs of this house in the store that was chosen for them. What is not this house's is not found. */
@Singleton
final class RunLogs {

    private static final int LONGEST_ID = 255;

    private final RunLogStores stores;
    private final RunLogConfiguration configuration;

    RunLogs(RunLogStores stores, RunLogConfiguration configuration) {
        this.stores = stores;
        this.configuration = configuration;
    }

    /** @throws RunLogUnavailableException when the one that was chosen is not configured */
    RunLogStore store() {
        return stores.find(configuration.chosen())
                .orElseThrow(() -> new RunLogUnavailableException(
                        "the store " + configuration.store() + " was chosen and is not configured", null));
    }

    Tenant tenant() {
        return stores.tenant();
    }

    /** How every store is, also those that runs are not written to. */
    List<StoreView> reports() {
        return stores.all().stream()
                .map(store -> StoreView.of(store.report(tenant()), store.name() == configuration.chosen()))
                .toList();
    }

    /** @throws NotFoundException when there is none of this id */
    WorkflowRun run(String id) {
        return given(id)
                .flatMap(known -> store().runs().find(tenant(), known))
                .orElseThrow(() -> new NotFoundException("run"));
    }

    /** @throws NotFoundException when the run has no execution of this id */
    NodeExecution node(WorkflowRun run, String id) {
        return given(id)
                .flatMap(known -> store().nodes().find(tenant(), known))
                .filter(node -> run.id().equals(node.workflowRunId()))
                .orElseThrow(() -> new NotFoundException("node execution"));
    }

    /** Ids come from Dify and are bounded by their columns only. */
    private static Optional<String> given(String id) {
        return Optional.of(id).filter(text -> !text.isBlank() && text.length() <= LONGEST_ID);
    }
}
