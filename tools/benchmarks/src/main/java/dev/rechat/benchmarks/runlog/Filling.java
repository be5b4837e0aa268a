package dev.rechat.benchmarks.runlog;

import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.run.AppLog;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.store.RunLogStore;
import dev.rechat.runlog.transfer.RunLogBatch;
import dev.rechat.runlog.transfer.RunLogTransfer.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** Writes runs by the product's own bulk writing, several writers at once, and says how quick each kind of batch is. */
final class Filling implements AutoCloseable {

    /** As a move between stores has it unless told otherwise. */
    static final int BATCH = 1_000;

    /** So many runs are made, then written: whole batches of nodes. */
    private static final int TOGETHER = BATCH;

    private final RunLogStore store;
    private final ExecutorService writers;
    private final Consumer<String> tell;
    private final Rate runs = new Rate();
    private final Rate nodes = new Rate();
    private final Rate logs = new Rate();
    private final int count;
    private long tookNanos;

    Filling(RunLogStore store, int count, Consumer<String> tell) {
        this.store = store;
        this.count = count;
        this.writers = Executors.newFixedThreadPool(count);
        this.tell = tell;
    }

    /** Records of one kind and the time that writers waited for the store with them. */
    static final class Rate {
        private final LongAdder records = new LongAdder();
        private final LongAdder nanos = new LongAdder();

        private void add(int written, long took) {
            records.add(written);
            nanos.add(took);
        }

        long records() {
            return records.sum();
        }

        /** Of one writer. */
        double perSecond() {
            return Sheet.perSecond(records.sum(), nanos.sum());
        }
    }

    /** @param to excluded */
    void fill(Dweller dweller, int from, int to) throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        List<Future<?>> parts = new ArrayList<>();
        for (int at = from; at < to; at += TOGETHER) {
            int first = at;
            parts.add(writers.submit(() -> write(dweller, first, Math.min(to, first + TOGETHER))));
        }
        for (Future<?> part : parts) {
            part.get();
        }
        long took = System.nanoTime() - begin;
        tookNanos += took;
        tell.accept("  %s: %,d to %,d of %s's runs, %,.0f per second"
                .formatted(store.name().wire(), from, to, dweller.name(), Sheet.perSecond(to - from, took)));
    }

    private void write(Dweller dweller, int from, int to) {
        List<WorkflowRun> made = new ArrayList<>();
        List<AppLog> asked = new ArrayList<>();
        List<NodeExecution> executed = new ArrayList<>();
        for (int number = from; number < to; number++) {
            Recorded recorded = dweller.run(number);
            executed.addAll(recorded.nodes());
            asked.add(recorded.log());
            made.add(recorded.run());
            if (executed.size() >= BATCH) {
                timed(nodes, new RunLogBatch(List.of(), executed, List.of(), List.of(), List.of(), List.of()));
                executed.clear();
            }
        }
        timed(nodes, new RunLogBatch(List.of(), executed, List.of(), List.of(), List.of(), List.of()));
        timed(logs, new RunLogBatch(List.of(), List.of(), asked, List.of(), List.of(), List.of()));
        timed(runs, new RunLogBatch(made, List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    private void timed(Rate rate, RunLogBatch batch) {
        if (batch.size() > 0) {
            long begin = System.nanoTime();
            store.transfer().write(batch, Visibility.SOON);
            rate.add(batch.size(), System.nanoTime() - begin);
        }
    }

    long records() {
        return runs.records() + nodes.records() + logs.records();
    }

    long tookNanos() {
        return tookNanos;
    }

    int writers() {
        return count;
    }

    Rate runs() {
        return runs;
    }

    Rate nodes() {
        return nodes;
    }

    Rate logs() {
        return logs;
    }

    @Override
    public void close() {
        writers.shutdownNow();
    }
}
