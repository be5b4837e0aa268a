package dev.rechat.conversation.importing;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times as our own documents have them. */
final class RechatTimes {

    private RechatTimes() {}

    /** Null for none; what is wrong is noted. */
    static @Nullable Instant read(JsonReader json) throws IOException {
        String text = json.text(1, 40);
        if (text == null) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException notOne) {
            json.wrong("invalid", "must be a time like 2026-11-21T09:00:00.000Z");
            return null;
        }
    }
}
