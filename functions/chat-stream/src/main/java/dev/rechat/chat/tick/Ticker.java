package dev.rechat.chat.tick;

import io.micronaut.scheduling.TaskScheduler;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Does something for its members at an interval while it has any, and rests else. The work runs on a virtual thread and
 * never twice at a time: a round that takes long swallows the ones that were due meanwhile. Thread-safe.
 *
 * @param <T> what it is done for
 */
public final class Ticker<T> implements AutoCloseable {

    private final TaskScheduler scheduler;
    private final Duration interval;
    private final Consumer<List<T>> work;
    private final Set<T> members = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean working = new AtomicBoolean();
    private @Nullable ScheduledFuture<?> timer;

    /** @param work gets at least one member and must not throw */
    public Ticker(TaskScheduler scheduler, Duration interval, Consumer<List<T>> work) {
        this.scheduler = scheduler;
        this.interval = interval;
        this.work = work;
    }

    public synchronized void add(T member) {
        members.add(member);
        if (timer == null) {
            timer = scheduler.scheduleAtFixedRate(interval, interval, this::tick);
        }
    }

    public synchronized void remove(T member) {
        members.remove(member);
        if (members.isEmpty()) {
            close();
        }
    }

    private void tick() {
        List<T> due = List.copyOf(members);
        if (!due.isEmpty() && working.compareAndSet(false, true)) {
            Thread.ofVirtual().start(() -> {
                try {
                    work.accept(due);
                } finally {
                    working.set(false);
                }
            });
        }
    }

    @Override
    public synchronized void close() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }
}
