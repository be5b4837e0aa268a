package dev.rechat.maintenance.runlog.journey;

import dev.rechat.runlog.RunLogUnavailableException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a store again that does not answer, after pauses that double, until it is to stop. */
public final class Patience {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final Duration FIRST = Duration.ofMillis(500);

    private final int attempts;
    private final Duration first;
    private final BooleanSupplier stop;

    Patience(int attempts, Duration first, BooleanSupplier stop) {
        this.attempts = attempts;
        this.first = first;
        this.stop = stop;
    }

    /** For what has been long under way: gives up after about a minute, or when it is to stop. */
    public static Patience ofMinute(BooleanSupplier stop) {
        return new Patience(8, FIRST, stop);
    }

    /** For what has not begun: somebody may wait for it who has mistyped where the store is. */
    static Patience ofSeconds() {
        return new Patience(3, FIRST, () -> false);
    }

    /** For what is done again soon anyway. */
    public static Patience none() {
        return new Patience(1, Duration.ZERO, () -> true);
    }

    /** @throws RunLogUnavailableException when it still does not answer */
    public <T> T of(Supplier<T> call) {
        Duration pause = first;
        for (int attempt = 1; ; attempt++) {
            try {
                return call.get();
            } catch (RunLogUnavailableException down) {
                if (attempt == attempts || stop.getAsBoolean()) {
                    throw down;
                }
                LOG.warn("a store does not answer; asked again in {} ms: {}", pause.toMillis(), down.getMessage());
                sleep(pause);
                pause = pause.multipliedBy(2);
            }
        }
    }

    private static void sleep(Duration pause) {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("interrupted").initCause(interrupted);
        }
    }
}
