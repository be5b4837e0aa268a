package dev.rechat.testing.dify;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What ends a run before its time, and how it waits with an ear for that. */
final class RunSignals {

    private final Timing timing;
    private final Runnable ping;
    private final CompletableFuture<Outcome> interrupted = new CompletableFuture<>();
    private volatile CompletableFuture<Outcome> nobodyListens = new CompletableFuture<>();

    RunSignals(Timing timing, Runnable ping) {
        this.timing = timing;
        this.ping = ping;
    }

    void stop() {
        interrupted.complete(new Outcome.Stopped());
    }

    /** The client has gone or the simulator goes down. */
    void abandon(boolean stopWorking) {
        nobodyListens.complete(new Outcome.Abandoned());
        if (stopWorking) {
            interrupted.complete(new Outcome.Abandoned());
        }
    }

    /** A worker takes the run up again after a form, with nobody on a connection of his own. */
    void resume() {
        nobodyListens = new CompletableFuture<>();
    }

    Optional<Outcome> interruption() {
        return Optional.ofNullable(interrupted.getNow(null));
    }

    /** Waits as long as there is to be between two events, which is not at all by default. */
    void keepPace() {
        await(interrupted, timing.pace(), false);
    }

    /** Waits with heartbeats until the signal comes or the time is over, unless the run is ended meanwhile. */
    Optional<Outcome> awaitBusily(CompletableFuture<?> signal, Duration limit) {
        await(CompletableFuture.anyOf(signal, interrupted), limit, true);
        return interruption();
    }

    /** Waits with heartbeats until the time is over or the run is ended; not at all when the time is past. */
    Optional<Outcome> awaitInterruption(Duration limit) {
        await(interrupted, limit, true);
        return interruption();
    }

    /** Waits in silence until the other side gives up or the idle time is over. A stop request is not heard. */
    Outcome awaitInSilence() {
        await(nobodyListens, timing.idleClose(), false);
        return new Outcome.Abandoned();
    }

    private void await(CompletableFuture<?> signal, Duration limit, boolean heartbeats) {
        long deadline = System.nanoTime() + limit.toNanos();
        for (long left = limit.toNanos(); left > 0; left = deadline - System.nanoTime()) {
            try {
                signal.get(heartbeats ? Math.min(left, timing.heartbeat().toNanos()) : left, TimeUnit.NANOSECONDS);
                return;
            } catch (TimeoutException e) {
                if (heartbeats) {
                    ping.run();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                interrupted.complete(new Outcome.Abandoned());
                return;
            } catch (ExecutionException e) {
                throw new IllegalStateException("No signal ever fails", e);
            }
        }
    }
}
