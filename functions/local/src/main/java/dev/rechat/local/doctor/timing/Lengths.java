package dev.rechat.local.doctor.timing;

import java.time.Duration;
import java.util.Locale;

/** Durations as people read them. */
public final class Lengths {

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private Lengths() {}

    public static String of(Duration length) {
        return length.compareTo(A_SECOND) < 0
                ? length.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", length.toMillis() / 1000.0);
    }
}
