package dev.rechat.testing.lambda;

import io.netty.channel.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who waits for what: queued events, the poll that waits, the invocation that is out. Thread-safe. */
final class InvocationQueue {

    /** How often a waiting test looks whether what it waits for can still happen. */
    private static final long CHECK_NANOS = Duration.ofMillis(50).toNanos();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Invocation> waiting = new ArrayDeque<>();
    private final List<String> violations = new ArrayList<>();
    private @Nullable Consumer<Invocation> poll;
    private @Nullable Invocation current;
    private @Nullable FunctionError initError;
    private int open;
    private int accepted;

    Invocation add(String event, Instant deadline) {
        Invocation invocation = new Invocation(UUID.randomUUID().toString(), event, deadline);
        lock.lock();
        try {
            waiting.add(invocation);
            handOut();
        } finally {
            lock.unlock();
        }
        return invocation;
    }

    /** A poll: the consumer is called once, now or later, on any thread. A later poll takes the place of this one. */
    void poll(Consumer<Invocation> consumer) {
        lock.lock();
        try {
            poll = consumer;
            handOut();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The connection of a poll ended: an event must not be given to nobody. */
    void withdraw(Consumer<Invocation> consumer) {
        lock.lock();
        try {
            if (consumer.equals(poll)) {
                poll = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /** The invocation that is out, if it has this id and is not answered yet. */
    Optional<Invocation> current(String id) {
        lock.lock();
        try {
            return Optional.ofNullable(current).filter(it -> it.id().equals(id) && !it.finished());
        } finally {
            lock.unlock();
        }
    }

    void finished(Invocation invocation) {
        lock.lock();
        try {
            if (current == invocation) {
                current = null;
                handOut();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The function has gone: what it was to answer is never answered. */
    void abandon() {
        List<Invocation> lost = new ArrayList<>();
        lock.lock();
        try {
            lost.addAll(waiting);
            waiting.clear();
            if (current != null) {
                lost.add(current);
                current = null;
            }
            poll = null;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        lost.forEach(invocation -> invocation.end(false, Map.of()));
    }

    void initError(FunctionError error) {
        lock.lock();
        try {
            initError = error;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void violation(String what) {
        lock.lock();
        try {
            violations.add(what);
        } finally {
            lock.unlock();
        }
    }

    void connected(Channel channel) {
        count(1);
        channel.closeFuture().addListener(closed -> count(-1));
    }

    List<String> violations() {
        lock.lock();
        try {
            return List.copyOf(violations);
        } finally {
            lock.unlock();
        }
    }

    int openConnections() {
        lock.lock();
        try {
            return open;
        } finally {
            lock.unlock();
        }
    }

    int acceptedConnections() {
        lock.lock();
        try {
            return accepted;
        } finally {
            lock.unlock();
        }
    }

    boolean polled() {
        lock.lock();
        try {
            return poll != null;
        } finally {
            lock.unlock();
        }
    }

    /** Gives up early when the function is no longer alive. */
    void awaitPoll(Duration timeout, BooleanSupplier alive) {
        await(timeout, "poll", () -> poll != null, alive);
    }

    FunctionError awaitInitError(Duration timeout) {
        await(timeout, "init error", () -> initError != null, () -> true);
        return Objects.requireNonNull(initError);
    }

    private void await(Duration timeout, String what, BooleanSupplier condition, BooleanSupplier possible) {
        long left = timeout.toNanos();
        lock.lock();
        try {
            while (!condition.getAsBoolean()) {
                if (left <= 0 || !possible.getAsBoolean()) {
                    throw new AssertionError("no " + what + " within " + timeout + "; init error: " + initError
                            + ", violations: " + violations + ", connections so far: " + accepted);
                }
                long step = Math.min(left, CHECK_NANOS);
                left -= step - changed.awaitNanos(step);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + what, e);
        } finally {
            lock.unlock();
        }
    }

    private void count(int change) {
        lock.lock();
        try {
            open += change;
            accepted += Math.max(change, 0);
        } finally {
            lock.unlock();
        }
    }

    private void handOut() {
        Consumer<Invocation> consumer = poll;
        if (consumer != null && current == null && !waiting.isEmpty()) {
            Invocation next = waiting.remove();
            current = next;
            poll = null;
            next.delivered();
            consumer.accept(next);
        }
    }
}
