package dev.rechat.runlog.writing;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.store.RunLogStore;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts entries of runs that another process began onto what it has recorded. A run that another began gets the price of all its
 * nodes, and at its end no execution of it stays open.
 */
final class Earlier {

    private final JsonMapper json;
    private final Clock clock;

    Earlier(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    List<LogEntry> put(RunLogStore store, List<LogEntry> entries) {
        Map<String, WorkflowRun> runs = new HashMap<>();
        Map<String, NodeExecution> nodes = new HashMap<>();
        idsOf(entries, LogEntry.Run.class)
                .forEach((tenant, ids) -> store.transfer().read(RecordType.WORKFLOW_RUNS, tenant, ids).runs().stream()
                        .forEach(run -> runs.put(run.id(), run)));
        idsOf(entries, LogEntry.Node.class)
                .forEach(
                        (tenant, ids) -> store.transfer().read(RecordType.NODE_EXECUTIONS, tenant, ids).nodes().stream()
                                .forEach(node -> nodes.put(node.id(), node)));
        List<LogEntry> whole = new ArrayList<>();
        for (LogEntry entry : entries) {
            whole.add(
                    switch (entry) {
                        case LogEntry.Run run
                        when run.continued() && runs.containsKey(run.run().id()) ->
                            new LogEntry.Run(
                                    Continuation.merged(runs.get(run.run().id()), run.run()), true);
                        case LogEntry.Node node
                        when node.continued()
                                && nodes.containsKey(node.execution().id()) ->
                            new LogEntry.Node(
                                    Continuation.merged(
                                            nodes.get(node.execution().id()), node.execution()),
                                    true);
                        default -> entry;
                    });
        }
        return withAllNodes(store, whole);
    }

    private static Map<Tenant, List<String>> idsOf(List<LogEntry> entries, Class<? extends LogEntry> kind) {
        Map<Tenant, List<String>> ids = new HashMap<>();
        for (LogEntry entry : entries) {
            if (kind.isInstance(entry)) {
                switch (entry) {
                    case LogEntry.Run run
                    when run.continued() ->
                        ids.computeIfAbsent(run.run().tenant(), tenant -> new ArrayList<>())
                                .add(run.run().id());
                    case LogEntry.Node node
                    when node.continued() ->
                        ids.computeIfAbsent(node.execution().tenant(), tenant -> new ArrayList<>())
                                .add(node.execution().id());
                    default -> {}
                }
            }
        }
        return ids;
    }

    private List<LogEntry> withAllNodes(RunLogStore store, List<LogEntry> entries) {
        List<LogEntry> whole = new ArrayList<>();
        for (LogEntry entry : entries) {
            boolean over = entry instanceof LogEntry.Run run
                    && run.continued()
                    && run.run().status() != RunStatus.RUNNING;
            if (over) {
                settle(store, ((LogEntry.Run) entry).run(), entries, whole);
            } else {
                whole.add(entry);
            }
        }
        return whole;
    }

    private void settle(RunLogStore store, WorkflowRun run, List<LogEntry> entries, List<LogEntry> whole) {
        Map<String, NodeExecution> all = new HashMap<>();
        store.nodes().findByRun(run.tenant(), run.appId(), run.id()).forEach(node -> all.put(node.id(), node));
        Set<String> told = new HashSet<>();
        for (LogEntry entry : entries) {
            if (entry instanceof LogEntry.Node node
                    && run.id().equals(node.execution().workflowRunId())) {
                all.put(node.execution().id(), node.execution());
                told.add(node.execution().id());
            }
        }
        whole.add(new LogEntry.Run(priced(run, all.values()), true));
        if (run.status().isEnded()) {
            all.values().stream()
                    .filter(node -> !told.contains(node.id()) && Closing.isOpen(node))
                    .map(node -> Closing.closed(node, run.status(), run.error(), clock.instant()))
                    .forEach(node -> whole.add(new LogEntry.Node(node, true)));
        }
    }

    private WorkflowRun priced(WorkflowRun run, Collection<NodeExecution> nodes) {
        BigDecimal sum = null;
        String currency = run.currency();
        for (NodeExecution node : nodes) {
            JsonNode metadata = metadata(node);
            BigDecimal price = Prices.of(metadata);
            if (price != null) {
                sum = sum == null ? price : sum.add(price);
                currency = Prices.currencyOf(metadata).isEmpty() ? currency : Prices.currencyOf(metadata);
            }
        }
        return sum == null ? run : Priced.of(run, sum, currency);
    }

    private @Nullable JsonNode metadata(NodeExecution node) {
        String stored = node.executionMetadata();
        try {
            return stored == null ? null : json.readValue(stored, JsonNode.class);
        } catch (IOException damaged) {
            // Somebody else's words in a column: a price that cannot be read is none.
            return null;
        }
    }
}
