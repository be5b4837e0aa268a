package dev.rechat.runlog.memory;

import dev.rechat.runlog.RecordKey;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.RejectedRecordException;
import dev.rechat.runlog.RunLogUnavailableException;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.WorkflowNodeExecutionRepository;
import dev.rechat.runlog.pause.PauseReason;
import dev.rechat.runlog.pause.RunPause;
import dev.rechat.runlog.run.AppLog;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.store.RunLogStore;
import dev.rechat.runlog.store.StoreName;
import dev.rechat.runlog.store.StoreReport;
import dev.rechat.runlog.store.WorkflowRunRepository;
import dev.rechat.runlog.transfer.RunLogBatch;
import dev.rechat.runlog.transfer.RunLogTransfer;
import dev.rechat.runlog.writing.Closing;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps what writers write, and is away, refuses or breaks on demand. What writers do not ask for fails loudly. */
public final class MemoryRunLogStore implements RunLogStore, RunLogTransfer {

    private final StoreName name;
    private final Map<String, WorkflowRun> runs = new ConcurrentHashMap<>();
    private final Map<String, NodeExecution> nodes = new ConcurrentHashMap<>();
    private final Map<String, AppLog> logs = new ConcurrentHashMap<>();
    private final Map<String, RunPause> pauses = new ConcurrentHashMap<>();
    private final Map<String, String> states = new ConcurrentHashMap<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<String> poisoned = ConcurrentHashMap.newKeySet();
    private final List<RunLogBatch> writes = new ArrayList<>();
    private volatile boolean away;

    public MemoryRunLogStore(StoreName name) {
        this.name = name;
    }

    /** Does not answer from now on, or does again. */
    public void away(boolean now) {
        away = now;
    }

    /** Takes everything but this record, and says so. */
    public void refuse(String id) {
        refused.add(id);
    }

    /** Takes nothing that comes together with this record, and does not say why. */
    public void breakAt(String id) {
        poisoned.add(id);
    }

    public Collection<WorkflowRun> allRuns() {
        return runs.values();
    }

    public WorkflowRun run(String id) {
        return Optional.ofNullable(runs.get(id)).orElseThrow(() -> new IllegalStateException("no run " + id));
    }

    public NodeExecution node(String id) {
        return Optional.ofNullable(nodes.get(id)).orElseThrow(() -> new IllegalStateException("no execution " + id));
    }

    public List<NodeExecution> nodesOf(String run) {
        return nodes.values().stream()
                .filter(node -> run.equals(node.workflowRunId()))
                .sorted(Comparator.comparing(NodeExecution::createdAt)
                        .thenComparing(NodeExecution::index)
                        .thenComparing(NodeExecution::id))
                .toList();
    }

    public Optional<AppLog> logOf(String run) {
        return logs.values().stream()
                .filter(log -> log.workflowRunId().equals(run))
                .findFirst();
    }

    public Optional<RunPause> pauseOf(String run) {
        return Optional.ofNullable(pauses.get(run));
    }

    public synchronized List<RunLogBatch> writes() {
        return List.copyOf(writes);
    }

    @Override
    public StoreName name() {
        return name;
    }

    @Override
    public WorkflowRunRepository runs() {
        return only(WorkflowRunRepository.class, (method, args) -> switch (method) {
            case "find" -> Optional.ofNullable(runs.get((String) args[args.length - 1]));
            case "findPause" -> pauseOf((String) args[1]);
            case "pause" -> pause((Tenant) args[0], (String) args[1], (String) args[2], reasons(args[3]));
            case "resume" -> resume((RunPause) args[0]);
            case "delete" -> {
                pauses.remove(((RunPause) args[0]).workflowRunId());
                yield null;
            }
            case "stateOf" -> states.getOrDefault(((RunPause) args[0]).workflowRunId(), "");
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private static List<PauseReason> reasons(Object given) {
        return ((List<?>) given).stream().map(PauseReason.class::cast).toList();
    }

    private RunPause pause(Tenant tenant, String run, String state, List<PauseReason> reasons) {
        answer();
        if (run(run).status().isEnded()) {
            throw new IllegalStateException("it has ended");
        }
        RunPause pause = new RunPause(
                "pause-" + run, tenant, run(run).workflowId(), run, "key-" + run, reasons, Instant.EPOCH, null);
        pauses.put(run, pause);
        states.put(run, state);
        return pause;
    }

    private RunPause resume(RunPause pause) {
        answer();
        RunPause resumed = new RunPause(
                pause.id(),
                pause.tenant(),
                pause.workflowId(),
                pause.workflowRunId(),
                pause.stateKey(),
                pause.reasons(),
                pause.createdAt(),
                Instant.EPOCH);
        pauses.put(pause.workflowRunId(), resumed);
        return resumed;
    }

    @Override
    public WorkflowNodeExecutionRepository nodes() {
        return only(WorkflowNodeExecutionRepository.class, (method, args) -> switch (method) {
            case "findByRun" -> {
                answer();
                yield nodesOf((String) args[2]);
            }
            case "find" -> Optional.ofNullable(nodes.get((String) args[1]));
            case "findOffloads" -> List.of();
            default -> throw new UnsupportedOperationException(method);
        });
    }

    @FunctionalInterface
    private interface Answers {
        @Nullable
        Object to(String method, Object[] args);
    }

    private static <T> T only(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, args) -> answers.to(method.getName(), args == null ? new Object[0] : args)));
    }

    @Override
    public RunLogTransfer transfer() {
        return this;
    }

    @Override
    public StoreReport report(Tenant tenant) {
        return new StoreReport(name, !away, null, null, List.of());
    }

    private void answer() {
        if (away) {
            throw new RunLogUnavailableException("it is away", null);
        }
    }

    @Override
    public synchronized void write(RunLogBatch batch, Visibility visibility) {
        answer();
        Set<String> ids = new HashSet<>();
        batch.runs().forEach(run -> ids.add(run.id()));
        batch.nodes().forEach(node -> ids.add(node.id()));
        if (ids.stream().anyMatch(poisoned::contains)) {
            throw new IllegalArgumentException("a defect");
        }
        writes.add(batch);
        batch.runs().stream()
                .filter(run -> !refused.contains(run.id()))
                .forEach(run -> runs.merge(
                        run.id(),
                        run,
                        (old, last) -> old.status().isEnded() && !last.status().isEnded() ? old : last));
        batch.nodes().stream()
                .filter(node -> !refused.contains(node.id()))
                .forEach(node -> nodes.merge(
                        node.id(), node, (old, last) -> !Closing.isOpen(old) && Closing.isOpen(last) ? old : last));
        batch.appLogs().forEach(log -> logs.putIfAbsent(log.id(), log));
        ids.retainAll(refused);
        if (!ids.isEmpty()) {
            throw new RejectedRecordException("mapping conflict: " + ids, null);
        }
    }

    @Override
    public RunLogBatch read(RecordType type, Tenant tenant, TimeRange range, @Nullable RecordKey after, int limit) {
        throw new UnsupportedOperationException("writers do not ask for it");
    }

    @Override
    public RunLogBatch read(RecordType type, Tenant tenant, Collection<String> ids) {
        answer();
        return switch (type) {
            case WORKFLOW_RUNS ->
                batch(ids.stream().filter(runs::containsKey).map(this::run).toList(), List.of());
            case NODE_EXECUTIONS ->
                batch(
                        List.of(),
                        ids.stream().filter(nodes::containsKey).map(this::node).toList());
            case APP_LOGS, OFFLOADS, PAUSES, ARCHIVES -> throw new UnsupportedOperationException(type.wire());
        };
    }

    private static RunLogBatch batch(List<WorkflowRun> runs, List<NodeExecution> nodes) {
        return new RunLogBatch(runs, nodes, List.of(), List.of(), List.of(), List.of());
    }

    @Override
    public RunLogBatch sample(RecordType type, Tenant tenant, TimeRange range, int size) {
        throw new UnsupportedOperationException("writers do not ask for it");
    }

    @Override
    public long count(RecordType type, Tenant tenant, TimeRange range) {
        throw new UnsupportedOperationException("writers do not ask for it");
    }
}
