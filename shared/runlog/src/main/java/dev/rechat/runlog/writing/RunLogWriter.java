package dev.rechat.runlog.writing;

import dev.rechat.kernel.task.Afterwards;
import io.micronaut.scheduling.TaskScheduler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes records and writes them to the configured store, many at a time: within {@link #DELAY}, and at once what ended. Who
 * tells records never waits for a store and never hears of its failures; what is lost for want of room is counted and logged.
 * It has a thread only while it writes, and a timer only while something is to be written. Thread-safe.
 *
 * <p>What is written at once is written beside the request that told it ({@link Afterwards}), so a process that is frozen
 * between requests holds nothing of a turn that has ended, unless no store takes it.
 */
public final class RunLogWriter implements AutoCloseable {

    /** How long a record waits for others at most, while all is well. */
    static final Duration DELAY = Duration.ofMillis(500);

    /** How long the end of the process waits for what is left. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(RunLogWriter.class);

    private final WriteQueue queue;
    private final Draining draining;
    private final WritingSignals signals;
    private final Afterwards afterwards;
    private final TaskScheduler scheduler;
    private final Object turn = new Object();
    private @Nullable ScheduledFuture<?> timer;
    private boolean writing;
    private boolean again;
    private boolean full;

    RunLogWriter(
            WriteQueue queue,
            Draining draining,
            WritingSignals signals,
            Afterwards afterwards,
            TaskScheduler scheduler) {
        this.queue = queue;
        this.draining = draining;
        this.signals = signals;
        this.afterwards = afterwards;
        this.scheduler = scheduler;
    }

    /** Takes the newest state of a record; an older one that is not written yet need not be written any more. */
    public void write(LogEntry entry) {
        WriteQueue.Offer offer = queue.offer(entry);
        signals.waiting(queue.size());
        tellOf(offer);
        if (entry.urgent()) {
            hurry();
        } else {
            later(DELAY);
        }
    }

    /** Writes what there is without waiting for more: the process may have to leave. Does not block. */
    public void hurry() {
        synchronized (turn) {
            if (writing) {
                again = true;
                return;
            }
            cancelTimer();
            writing = true;
        }
        afterwards.run("writing run logs", () -> drain(false));
    }

    /** How writing goes. */
    public StoreState state() {
        return draining.state();
    }

    private void tellOf(WriteQueue.Offer offer) {
        boolean wasFull = full;
        full = offer != WriteQueue.Offer.TAKEN;
        if (offer == WriteQueue.Offer.REFUSED) {
            signals.lost();
        }
        if (full && !wasFull) {
            LOG.error("too many run logs wait to be written: some lose their content, some are lost");
        }
    }

    private void later(Duration delay) {
        synchronized (turn) {
            if (!writing && timer == null) {
                timer = scheduler.schedule(
                        delay, () -> Thread.ofVirtual().name("run-logs").start(this::due));
            }
        }
    }

    private void due() {
        synchronized (turn) {
            timer = null;
            if (writing) {
                return;
            }
            writing = true;
        }
        drain(false);
    }

    private void drain(boolean anyway) {
        Optional<Duration> wait = Optional.of(DELAY);
        try {
            wait = draining.drain(anyway);
        } finally {
            boolean more;
            synchronized (turn) {
                writing = false;
                more = again && wait.isEmpty();
                again = false;
            }
            if (more) {
                hurry();
            } else if (queue.size() > 0) {
                later(wait.orElse(DELAY));
            }
        }
    }

    private void cancelTimer() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    /** Writes what is left, within {@link #PATIENCE}. */
    @Override
    public void close() {
        synchronized (turn) {
            cancelTimer();
        }
        if (queue.size() == 0 && !writing()) {
            return;
        }
        Thread last = Thread.ofVirtual().name("run-logs-end").start(() -> draining.drain(true));
        try {
            last.join(PATIENCE);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        int left = queue.size();
        if (left > 0) {
            LOG.error("{} run logs were not written before the end", left);
        }
    }

    private boolean writing() {
        synchronized (turn) {
            return writing;
        }
    }
}
