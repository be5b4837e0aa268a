package dev.rechat.accounts.setting;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the house tells everybody who is signed in.
 *
 * @param until from when on it is told no more; null for as long as it stands
 */
public record Banner(String text, Level level, @Nullable Instant until) {

    public static final int MAX_LENGTH = 1000;

    /** How urgent it is. */
    public enum Level {
        INFO,
        WARNING,
        ERROR;

        /** The wire form, lower case. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it is still to be told at this time. */
    public boolean holds(Instant now) {
        return until == null || now.isBefore(until);
    }
}
