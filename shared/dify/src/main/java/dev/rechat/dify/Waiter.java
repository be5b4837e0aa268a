package dev.rechat.dify;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread at a time wait for a condition that other threads bring about, for a limited time.
 *
 * <p>A stream waits before every event, for a minute at most, and the event comes in milliseconds. Parking with a limit
 * would set and cancel a timer each time, which costs more than reading the event; here the alarm stays set, and when it
 * goes off too early it is set anew for the time that is left.
 */
final class Waiter {

    static final ScheduledThreadPoolExecutor TIMER = timer();

    private final BooleanSupplier condition;
    private volatile @Nullable Thread waiting;
    private volatile long deadline;
    private volatile @Nullable Alarm alarm;
    private volatile boolean closed;

    /** @param condition looked at by the waiting thread; whoever makes it true calls {@link #signal()} afterwards */
    Waiter(BooleanSupplier condition) {
        this.condition = condition;
    }

    private record Alarm(long time, ScheduledFuture<?> task) {

        boolean isLaterThan(long other) {
            return time - other > 0;
        }
    }

    private static ScheduledThreadPoolExecutor timer() {
        var timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("dify-patience").factory());
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(10, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        return timer;
    }

    /**
     * Waits until the condition holds.
     *
     * @return false when it does not hold at the end of the time
     */
    boolean await(Duration limit) throws InterruptedException {
        if (condition.getAsBoolean()) {
            return true;
        }
        deadline = System.nanoTime() + limit.toNanos();
        waiting = Thread.currentThread(); // before the condition is looked at: a signal from now on is not missed
        try {
            return parkUntil(deadline);
        } finally {
            waiting = null;
        }
    }

    private boolean parkUntil(long end) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (System.nanoTime() - end >= 0) {
                return condition.getAsBoolean();
            }
            Alarm set = alarm;
            if (!closed && (set == null || set.isLaterThan(end))) {
                // May have waited for a lock. That is done by parking, too, and uses up a signal: look again.
                setAlarm(end);
                continue;
            }
            LockSupport.park(this);
        }
        return true;
    }

    /** The condition may hold now. From any thread. */
    void signal() {
        Thread thread = waiting;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }

    private synchronized void setAlarm(long time) {
        cancelAlarm();
        if (!closed) {
            long wait = Math.max(0, time - System.nanoTime());
            alarm = new Alarm(time, TIMER.schedule(this::ring, wait, TimeUnit.NANOSECONDS));
        }
    }

    private void cancelAlarm() {
        Alarm set = alarm;
        if (set != null) {
            set.task().cancel(false);
            alarm = null;
        }
    }

    /** Without an alarm the woken thread sets the next, so one that is late for an old deadline is no harm. */
    private synchronized void ring() {
        alarm = null;
        signal();
    }

    /** Lets go of the alarm, which would else keep this in memory; who waits is woken and waits for a condition only. */
    synchronized void close() {
        closed = true;
        cancelAlarm();
        signal();
    }
}
