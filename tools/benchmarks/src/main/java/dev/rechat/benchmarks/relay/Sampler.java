package dev.rechat.benchmarks.relay;

import dev.rechat.benchmarks.load.Load;
import dev.rechat.benchmarks.process.Usage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at the relaying processes while turns run, and keeps the first and last view of the time all are open. */
final class Sampler implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(100);

    private record Sample(Usage usage, long events) {}

    private final List<Long> pids;
    private final Load load;
    private final Thread thread;
    private volatile boolean over;
    private @Nullable IOException failure;
    private @Nullable Sample first;
    private @Nullable Sample last;
    private long mostResident;

    Sampler(List<Long> pids, Load load) {
        this.pids = pids;
        this.load = load;
        this.thread = Thread.ofPlatform().name("sampler").start(this::run);
    }

    private void run() {
        try {
            while (!over) {
                sample();
                Thread.sleep(INTERVAL);
            }
        } catch (IOException failed) {
            failure = failed;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void sample() throws IOException {
        Usage usage = Usage.of(pids);
        mostResident = Math.max(mostResident, usage.residentKib());
        Sample sample = new Sample(usage, load.events());
        if (load.allOpen()) {
            first = first == null ? sample : first;
            last = sample;
        }
    }

    /** Null when there was no time, or hardly any, in which all turns were open. */
    @Nullable
    Double cpuPerEventWhileOpen() {
        if (first == null || last == null || last.events - first.events < load.turns()) {
            return null;
        }
        return last.usage.cpu().minus(first.usage.cpu()).toNanos() / 1000.0 / (last.events - first.events);
    }

    long mostResident() {
        return mostResident;
    }

    /** Ends the looking; the figures are there then. */
    @Override
    public void close() throws IOException {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
    }
}
