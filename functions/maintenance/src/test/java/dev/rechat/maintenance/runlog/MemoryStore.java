package dev.rechat.maintenance.runlog;

import dev.rechat.maintenance.runlog.kind.Kind;
import dev.rechat.maintenance.runlog.kind.Kinds;
import dev.rechat.runlog.RecordKey;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.RejectedRecordException;
import dev.rechat.runlog.RunLogUnavailableException;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.node.WorkflowNodeExecutionRepository;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.store.RunLogStore;
import dev.rechat.runlog.store.StoreName;
import dev.rechat.runlog.store.StoreReport;
import dev.rechat.runlog.store.WorkflowRunRepository;
import dev.rechat.runlog.transfer.RunLogBatch;
import dev.rechat.runlog.transfer.RunLogTransfer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Keeps records in memory, of one tenant, for tests; refuses and fails on demand. */
public final class MemoryStore implements RunLogStore, RunLogTransfer {

    private final StoreName name;
    private final Map<RecordType, ConcurrentSkipListMap<RecordKey, Object>> records = new EnumMap<>(RecordType.class);
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();
    private volatile Runnable beforeRead = () -> {};

    public MemoryStore(StoreName name) {
        this.name = name;
        for (RecordType type : RecordType.values()) {
            records.put(type, new ConcurrentSkipListMap<>());
        }
    }

    /** Never takes the record of this id. */
    public void refuse(String id) {
        refused.add(id);
    }

    /** Does not answer so often. */
    public void fail(int times) {
        failures.set(times);
    }

    public void beforeRead(Runnable hook) {
        beforeRead = hook;
    }

    public int writes() {
        return writes.get();
    }

    public int size(RecordType type) {
        return of(type).size();
    }

    public <R> void put(Kind<R> kind, List<R> some) {
        some.forEach(each -> of(kind.type()).put(kind.keyOf(each), each));
    }

    public <R> void remove(Kind<R> kind, R record) {
        of(kind.type()).remove(kind.keyOf(record));
    }

    @SuppressWarnings("unchecked") // what is put under a kind's type is of that kind
    public <R> List<R> all(Kind<R> kind) {
        return (List<R>) List.copyOf(of(kind.type()).values());
    }

    private ConcurrentSkipListMap<RecordKey, Object> of(RecordType type) {
        ConcurrentSkipListMap<RecordKey, Object> kept = records.get(type);
        if (kept == null) {
            throw new IllegalArgumentException("no kind");
        }
        return kept;
    }

    @Override
    public StoreName name() {
        return name;
    }

    @Override
    public WorkflowRunRepository runs() {
        return new MemoryRuns(this);
    }

    @Override
    public WorkflowNodeExecutionRepository nodes() {
        return new MemoryNodes(this);
    }

    @Override
    public RunLogTransfer transfer() {
        return this;
    }

    @Override
    public StoreReport report(Tenant tenant) {
        boolean down = failures.get() > 0;
        return new StoreReport(name, !down, down ? "it is down" : null, down ? null : "memory", List.of());
    }

    private void answer() {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new RunLogUnavailableException("it is down", null);
        }
    }

    @Override
    public void write(RunLogBatch batch, Visibility visibility) {
        answer();
        List<String> lost = new ArrayList<>();
        for (RecordType type : RecordType.values()) {
            write(Kinds.of(type), batch, lost);
        }
        if (!lost.isEmpty()) {
            throw new RejectedRecordException("mapping conflict: " + lost, null);
        }
    }

    private <R> void write(Kind<R> kind, RunLogBatch batch, List<String> lost) {
        for (R record : kind.of(batch)) {
            RecordKey key = kind.keyOf(record);
            if (refused.contains(key.id())) {
                lost.add(key.id());
            } else if (!(record instanceof WorkflowRun run && !run.status().isEnded() && ended(key))) {
                of(kind.type()).put(key, record);
                writes.incrementAndGet();
            }
        }
    }

    private boolean ended(RecordKey key) {
        return of(RecordType.WORKFLOW_RUNS).get(key) instanceof WorkflowRun there
                && there.status().isEnded();
    }

    @Override
    public RunLogBatch read(RecordType type, Tenant tenant, TimeRange range, @Nullable RecordKey after, int limit) {
        beforeRead.run();
        answer();
        return batch(
                Kinds.of(type),
                in(type, range).stream()
                        .filter(each -> after == null || each.compareTo(after) > 0)
                        .limit(limit)
                        .toList());
    }

    @Override
    public RunLogBatch read(RecordType type, Tenant tenant, Collection<String> ids) {
        answer();
        return byIds(Kinds.of(type), ids);
    }

    private <R> RunLogBatch byIds(Kind<R> kind, Collection<String> ids) {
        return kind.batch(all(kind).stream()
                .filter(each -> ids.contains(kind.lookupOf(each)))
                .toList());
    }

    @Override
    public RunLogBatch sample(RecordType type, Tenant tenant, TimeRange range, int size) {
        List<RecordKey> keys = new ArrayList<>(in(type, range));
        Collections.shuffle(keys);
        return batch(Kinds.of(type), keys.stream().limit(size).toList());
    }

    @Override
    public long count(RecordType type, Tenant tenant, TimeRange range) {
        return in(type, range).size();
    }

    private List<RecordKey> in(RecordType type, TimeRange range) {
        return of(type).keySet().stream()
                .filter(key -> range.start() == null || !key.createdAt().isBefore(range.start()))
                .filter(key -> range.end() == null || key.createdAt().isBefore(range.end()))
                .toList();
    }

    @SuppressWarnings("unchecked") // what is put under a kind's type is of that kind
    private <R> RunLogBatch batch(Kind<R> kind, List<RecordKey> keys) {
        return kind.batch(keys.stream().map(key -> (R) of(kind.type()).get(key)).toList());
    }
}
