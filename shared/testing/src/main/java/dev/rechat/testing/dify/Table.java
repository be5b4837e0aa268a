package dev.rechat.testing.dify;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Rows by id in the order they came. Safe for several threads. */
final class Table<R> {

    private final Map<String, R> rows = new LinkedHashMap<>();

    /** Waits until the last row is gone; false if that takes longer. */
    synchronized boolean awaitEmpty(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!rows.isEmpty()) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    synchronized void put(String id, R row) {
        rows.put(id, row);
    }

    synchronized Optional<R> find(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    synchronized void change(String id, UnaryOperator<R> change) {
        rows.computeIfPresent(id, (same, row) -> change.apply(row));
    }

    synchronized void remove(String id) {
        rows.remove(id);
        notifyAll();
    }

    synchronized List<R> all() {
        return List.copyOf(rows.values());
    }
}
