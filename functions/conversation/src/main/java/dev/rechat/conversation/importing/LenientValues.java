package dev.rechat.conversation.importing;

import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Values as others write them: what is not what it ought to be counts as not said. */
final class LenientValues {

    /** Seconds would reach this in the year 5138; what is larger counts milliseconds. */
    private static final double MILLISECONDS = 1e11;

    private static final double LAST_MILLISECOND = 253_402_300_799_999.0;

    private final JsonReader json;

    LenientValues(JsonReader json) {
        this.json = json;
    }

    @Nullable
    Instant time() throws IOException {
        if (!json.atNumber()) {
            json.passOver();
            return null;
        }
        double number = json.number();
        double milliseconds = number < MILLISECONDS ? number * 1000 : number;
        return milliseconds > 0 && milliseconds <= LAST_MILLISECOND ? Instant.ofEpochMilli((long) milliseconds) : null;
    }

    @Nullable
    String id() throws IOException {
        return json.atText() || json.atNull() ? json.text(1, Limits.NAME) : passedOver();
    }

    private @Nullable String passedOver() throws IOException {
        json.passOver();
        return null;
    }

    static String cut(String text, int max) {
        return text.length() <= max
                ? text
                : text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
    }
}
