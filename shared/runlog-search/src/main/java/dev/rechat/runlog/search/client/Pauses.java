package dev.rechat.runlog.search.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Waiting between attempts; tests do not wait. */
interface Pauses {

    Pauses REAL = new Pauses() {
        @Override
        public void sleep(Duration pause) throws InterruptedException {
            Thread.sleep(pause);
        }

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }
    };

    void sleep(Duration pause) throws InterruptedException;

    long nanoTime();

    /** Twice as long each time, up to five seconds, with chance in it lest all come back at once. @param asked by the server */
    default void before(int attempt, @Nullable Duration asked) {
        long most = Math.min(5_000, 200L << Math.min(attempt, 10));
        long pause = asked == null
                ? ThreadLocalRandom.current().nextLong(most / 2, most)
                : Math.min(5_000, asked.toMillis());
        try {
            sleep(Duration.ofMillis(pause));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Refusals.interrupted(interrupted);
        }
    }
}
