package dev.rechat.kernel.id;

import java.util.UUID;

final class Ids {

    private static final int TEXT_LENGTH = 36;

    private Ids() {}

    /** {@link UUID#fromString} accepts shortened groups ("1-1-1-1-1"): two texts for one id, so the length is checked. */
    static UUID parse(String text) {
        if (text.length() != TEXT_LENGTH) {
            throw new IllegalArgumentException("not a UUID");
        }
        return UUID.fromString(text);
    }
}
