package dev.rechat.kernel.id;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The time in an id (UUIDv7, RFC 9562): lists in the order of ids can be entered at a time. */
public final class IdTime {

    /** Eight and four hexadecimal digits with a hyphen between them. */
    private static final int TIME_LENGTH = 13;

    private IdTime() {}

    /** When the id was made, by the clock of whoever made it; empty for what is not an id. */
    public static Optional<Instant> of(String id) {
        try {
            String digits = Ids.parse(id).toString().substring(0, TIME_LENGTH).replace("-", "");
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(digits, 16)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** Not above any id that is made at that time or later, above all that were made before. */
    public static String floor(Instant time) {
        String digits = String.format(Locale.ROOT, "%012x", Math.max(0, time.toEpochMilli()));
        return digits.substring(0, 8) + "-" + digits.substring(8, 12) + "-0000-0000-000000000000";
    }
}
