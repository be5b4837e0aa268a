package dev.rechat.dify;

import java.time.Duration;
import java.util.concurrent.CancellationException;

/** Waits between two attempts. */
interface Sleeper {

    /** @throws CancellationException when interrupted, with the interrupt kept */
    void sleep(Duration duration);

    /** Lets the thread sleep. */
    static void sleepThread(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting to ask Dify again");
        }
    }
}
