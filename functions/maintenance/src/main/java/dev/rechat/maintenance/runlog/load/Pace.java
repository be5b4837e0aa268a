package dev.rechat.maintenance.runlog.load;

import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyRateLimitedException;
import dev.rechat.dify.DifyTimeoutException;
import dev.rechat.dify.DifyUnavailableException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Dify no faster than allowed, and again when it has too much to do or does not answer: after the pause it names, or ones
 * that double up to a minute. For one thread.
 */
final class Pace {

    private static final Logger LOG = LoggerFactory.getLogger(Pace.class);
    private static final int ATTEMPTS = 8;
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final long gapNanos;
    private final BooleanSupplier stop;
    private long next = System.nanoTime();

    Pace(int perSecond, BooleanSupplier stop) {
        this.gapNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.stop = stop;
    }

    /** @throws DifyException when asking again is of no use, or was of none */
    <T> T ask(Supplier<T> call) {
        Duration pause = FIRST;
        for (int attempt = 1; ; attempt++) {
            waitForTurn();
            try {
                return call.get();
            } catch (DifyRateLimitedException busy) {
                pause = paused(busy, attempt, busy.retryAfter().orElse(pause));
            } catch (DifyUnavailableException down) {
                pause = paused(down, attempt, down.retryAfter().orElse(pause));
            } catch (DifyTimeoutException slow) {
                pause = paused(slow, attempt, pause);
            }
        }
    }

    private Duration paused(DifyException failure, int attempt, Duration pause) {
        if (attempt == ATTEMPTS || stop.getAsBoolean()) {
            throw failure;
        }
        Duration bounded = pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
        LOG.warn("Dify is asked again in {} s: {}", bounded.toSeconds(), failure.getMessage());
        sleep(bounded.toNanos());
        return bounded.multipliedBy(2);
    }

    private void waitForTurn() {
        long now = System.nanoTime();
        if (next - now > 0) {
            sleep(next - now);
        }
        next = Math.max(now, next) + gapNanos;
    }

    private static void sleep(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("interrupted").initCause(interrupted);
        }
    }
}
