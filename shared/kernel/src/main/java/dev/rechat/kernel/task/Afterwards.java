package dev.rechat.kernel.task;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that goes on after its request was answered, because the answer must not wait for it or must not tell by its time
 * that there was work. Where the process is frozen between requests, the runtime calls {@link #settle} before it takes the
 * next one. Thread-safe.
 */
@Singleton
public final class Afterwards {

    private static final Logger LOG = LoggerFactory.getLogger(Afterwards.class);

    private final Set<CompletableFuture<Void>> running = ConcurrentHashMap.newKeySet();

    /** Starts the work on a thread of its own; a failure is logged with {@code name}, so it must tell whom it may concern itself. */
    public void run(String name, Runnable work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        running.add(done);
        Thread.ofVirtual().name("afterwards-" + name).start(() -> {
            try {
                work.run();
            } catch (RuntimeException failure) {
                LOG.error("{} failed after its request was answered", name, failure);
            } finally {
                running.remove(done);
                done.complete(null);
            }
        });
    }

    /**
     * Waits until nothing is left, or the time is over. What is late is waited for once only: something that hangs is not to
     * hold up every request after it.
     *
     * @return whether nothing is left
     */
    public boolean settle(Duration patience) {
        List<CompletableFuture<Void>> awaited = List.copyOf(running);
        try {
            CompletableFuture.allOf(awaited.toArray(CompletableFuture[]::new))
                    .get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException late) {
            running.removeAll(awaited);
            long left = awaited.stream().filter(work -> !work.isDone()).count();
            LOG.warn("{} pieces of work were not done {} after their requests", left, patience);
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
