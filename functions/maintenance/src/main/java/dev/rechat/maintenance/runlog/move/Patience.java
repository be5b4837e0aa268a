package dev.rechat.maintenance.runlog.move;

import dev.rechat.runlog.RunLogUnavailableException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a store again that does not answer, after pauses that double; gives up after about a minute, or when it is to stop. */
final class Patience {

    static final Duration FIRST = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final int ATTEMPTS = 8;

    private final Duration first;
    private final BooleanSupplier stop;

    Patience(Duration first, BooleanSupplier stop) {
        this.first = first;
        this.stop = stop;
    }

    /** @throws RunLogUnavailableException when it still does not answer */
    <T> T of(Supplier<T> call) {
        Duration pause = first;
        for (int attempt = 1; ; attempt++) {
            try {
                return call.get();
            } catch (RunLogUnavailableException down) {
                if (attempt == ATTEMPTS || stop.getAsBoolean()) {
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
