package dev.rechat.testing.gateway;

import dev.rechat.testing.lambda.FunctionError;
import dev.rechat.testing.lambda.FunctionProcess;
import dev.rechat.testing.lambda.Invocation;
import dev.rechat.testing.lambda.LambdaAnswer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The instances of one function. One that is idle is used again, the one that was used last first; when all are busy
 * another is started. Whatever happens to an instance, the next request finds one. Thread-safe; closing it ends all.
 */
public final class FunctionFleet implements AutoCloseable {

    /** An instance that has answered polls within a moment, and need not be joined by another. */
    private static final long MOMENT = Duration.ofMillis(300).toNanos();

    /** What starts at once on one machine starts late: processes that start wait for each other, whatever their function. */
    private static final Semaphore STARTS = new Semaphore(2);

    private final Supplier<FunctionProcess.Builder> starting;
    private final Conduct conduct;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<FunctionInstance> idle = new ArrayDeque<>();
    private final List<FunctionInstance> all = new ArrayList<>();
    private final StringBuilder ended = new StringBuilder();
    private final AtomicInteger started = new AtomicInteger();
    private int onTheWay;
    private boolean closed;

    /** @param starting a process of the function with its whole configuration, a new one each time */
    public FunctionFleet(Supplier<FunctionProcess.Builder> starting, Conduct conduct) {
        this.starting = starting;
        this.conduct = conduct;
    }

    /**
     * Gives an event to an instance, as a schedule does, and waits until it has been dealt with. What the function answers
     * is for nobody.
     *
     * @return how it failed, if it did
     */
    public Optional<FunctionError> call(String event) {
        FunctionInstance instance = acquire().orElseThrow(() -> new IllegalStateException("all instances are busy"));
        try {
            LambdaAnswer answer = invoke(instance, event).awaitResponse(conduct.timeLimit());
            if (!answer.complete()) {
                return Optional.of(new FunctionError("Runtime.ExitError", "the function ended without an answer", ""));
            }
            // Somebody who expects a proxy answer does not understand this one.
            return Optional.ofNullable(answer.error())
                    .filter(error -> !error.type().equals("InvalidResponse"));
        } finally {
            settle(instance);
        }
    }

    /** An instance for one invocation, which must be settled; empty when there may be no more of them. */
    Optional<FunctionInstance> acquire() {
        Optional<FunctionInstance> free = Optional.empty();
        lock.lock();
        try {
            long moment = MOMENT;
            while (true) {
                free = awake();
                if (free.isPresent()) {
                    break;
                }
                if (moment > 0 && all.stream().anyMatch(FunctionInstance::answered)) {
                    moment = changed.awaitNanos(moment);
                } else if (all.size() + onTheWay < conduct.limit()) {
                    onTheWay++;
                    break;
                } else if (conduct.refuses()) {
                    return Optional.empty();
                } else {
                    changed.await();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
        if (free.isPresent() && conduct.freezes()) {
            free.get().process().thaw();
        }
        return Optional.of(free.orElseGet(this::another));
    }

    /** Under the lock. Those that died in their sleep are forgotten. */
    private Optional<FunctionInstance> awake() {
        for (FunctionInstance next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
            if (next.process().alive()) {
                return Optional.of(next);
            }
            forget(next);
        }
        return Optional.empty();
    }

    private FunctionInstance another() {
        FunctionInstance instance = null;
        STARTS.acquireUninterruptibly();
        try {
            instance = new FunctionInstance(starting.get(), conduct.patience());
            started.incrementAndGet();
            return instance;
        } finally {
            STARTS.release();
            lock.lock();
            try {
                onTheWay--;
                if (instance != null) {
                    all.add(instance);
                }
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Gives the instance the event; when its time is over and it has not answered, it is killed. */
    Invocation invoke(FunctionInstance instance, String event) {
        Invocation invocation = instance.invoke(event, conduct.timeLimit());
        CompletableFuture.delayedExecutor(conduct.timeLimit().toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (invocation.ended().isEmpty()) {
                        instance.process().kill();
                    }
                });
        return invocation;
    }

    /** Waits until the instance has done what it does after its answer, and has it wait for its next invocation. */
    void settle(FunctionInstance instance) {
        instance.markAnswered();
        boolean usable = instance.pollsWithin(conduct.timeLimit());
        if (!usable) {
            instance.process().kill();
        } else if (conduct.freezes()) {
            instance.process().freeze();
        }
        lock.lock();
        try {
            if (usable && !closed) {
                idle.addFirst(instance);
            } else {
                forget(instance);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until no instance is at work, not even at what it does after its answer. */
    void awaitIdle() throws InterruptedException {
        long left = conduct.timeLimit().toNanos();
        lock.lock();
        try {
            while (onTheWay > 0 || idle.size() < all.size()) {
                if (left <= 0) {
                    throw new AssertionError("still at work after " + conduct.timeLimit());
                }
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void forget(FunctionInstance instance) {
        if (all.remove(instance)) {
            ended.append(instance.process().log());
            Thread.ofVirtual().start(instance::close);
        }
    }

    /** Kills the instance with this number, counted from the oldest, whatever it does. @return whether there was one */
    public boolean kill(int number) {
        return find(number)
                .map(instance -> {
                    instance.process().kill();
                    return true;
                })
                .orElse(false);
    }

    /** Asks the instance with this number to leave. @return whether there was one */
    public boolean terminate(int number) {
        return find(number)
                .map(instance -> {
                    instance.process().thaw();
                    instance.process().terminate();
                    return true;
                })
                .orElse(false);
    }

    private Optional<FunctionInstance> find(int number) {
        lock.lock();
        try {
            return number < all.size() ? Optional.of(all.get(number)) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** How many instances there are now. */
    public int size() {
        lock.lock();
        try {
            return all.size();
        } finally {
            lock.unlock();
        }
    }

    /** How many have been started, those that are gone among them. */
    public int started() {
        return started.get();
    }

    /** What all instances have written, instance after instance. */
    public String log() {
        lock.lock();
        try {
            StringBuilder log = new StringBuilder(ended);
            all.forEach(instance -> log.append(instance.process().log()));
            return log.toString();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        List<FunctionInstance> open;
        lock.lock();
        try {
            closed = true;
            open = List.copyOf(all);
            idle.clear();
        } finally {
            lock.unlock();
        }
        List<Thread> closing = open.stream()
                .map(instance -> Thread.ofVirtual().start(instance::close))
                .toList();
        try {
            for (Thread thread : closing) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
