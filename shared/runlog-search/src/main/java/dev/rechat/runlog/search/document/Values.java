package dev.rechat.runlog.search.document;

import dev.rechat.runlog.RunLogUnavailableException;
import dev.rechat.runlog.search.index.Fields;
import io.micronaut.json.tree.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How values stand in documents. */
public final class Values {

    private static final double NANOS = 1e9;

    private Values() {}

    /** To the millisecond, as everywhere. */
    public static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    static @Nullable String timeOrNull(@Nullable Instant time) {
        return time == null ? null : time(time);
    }

    /** Exact for a month and more. */
    static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / NANOS;
    }

    static Instant time(JsonNode document, String name) {
        try {
            return Instant.parse(Fields.text(document, name));
        } catch (DateTimeParseException foreign) {
            throw new RunLogUnavailableException("a document of another form: " + name, foreign);
        }
    }

    static @Nullable Instant timeOrNull(JsonNode document, String name) {
        return Fields.textOrNull(document, name) == null ? null : time(document, name);
    }

    static Duration duration(JsonNode document, String name) {
        double seconds = Fields.member(document, name).getDoubleValue();
        return Duration.ofNanos(Math.round(seconds * NANOS));
    }

    static int whole(JsonNode document, String name) {
        return Math.toIntExact(Fields.number(document, name));
    }
}
