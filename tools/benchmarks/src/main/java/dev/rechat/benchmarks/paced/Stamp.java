package dev.rechat.benchmarks.paced;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The text of an event: {@code @NUMBER:MICROSECONDS;}, which no encoding on the way changes. */
public final class Stamp {

    private static final Clock CLOCK = Clock.systemUTC();

    private Stamp() {}

    /** Microseconds since 1970. All processes of a machine read the same clock. */
    public static long micros() {
        Instant now = CLOCK.instant();
        return TimeUnit.SECONDS.toMicros(now.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(now.getNano());
    }

    /**
     * The text of one event.
     *
     * @param number 0, 1, 2 … within the answer
     */
    public static String of(int number, long micros) {
        return "@" + number + ":" + micros + ";";
    }
}
