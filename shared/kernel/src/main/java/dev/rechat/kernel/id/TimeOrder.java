package dev.rechat.kernel.id;

import java.time.Instant;

/** The order of UUIDv7 ids (RFC 9562 §5.7) is that of the times at which they were made. */
public final class TimeOrder {

    /** How many hexadecimal digits stand before the first hyphen. */
    private static final int FIRST_GROUP = 8;

    private TimeOrder() {}

    /** A text below every id that was made at this time or later, and above every earlier one. */
    public static String startOf(Instant time) {
        String millis = "%012x".formatted(time.toEpochMilli());
        return millis.substring(0, FIRST_GROUP) + "-" + millis.substring(FIRST_GROUP) + "-7000-8000-000000000000";
    }
}
