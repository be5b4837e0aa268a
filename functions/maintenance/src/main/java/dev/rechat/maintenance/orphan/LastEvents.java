package dev.rechat.maintenance.orphan;

import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.turns.log.CaughtUp;
import dev.rechat.turns.log.Frame;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The events that close a log that nobody closed, in the form that {@code docs/api.md} gives them. */
@Singleton
final class LastEvents {

    /** Whom to ask about it: no request did this. */
    private static final String NO_REQUEST = "maintenance";

    private final JsonMapper json;

    LastEvents(JsonMapper json) {
        this.json = json;
    }

    @Serdeable
    record Replace(String text, String reason) {}

    @Serdeable(naming = SnakeCaseStrategy.class)
    record Done(String status, String finishReason) {}

    @Serdeable(naming = SnakeCaseStrategy.class)
    record Interrupted(String code, String message, boolean retryable, String requestId) {}

    /** The text that is certain, for readers who were told more than was written. */
    byte[] caughtUp(int number, String text) {
        return Frame.write(number, "replace", bytes(new Replace(text, CaughtUp.REASON)));
    }

    byte[] stopped(int number, TurnStatus status) {
        return Frame.write(number, "done", bytes(new Done(status.wireName(), "stopped")));
    }

    byte[] interrupted(int number) {
        return Frame.write(
                number,
                "error",
                bytes(new Interrupted(
                        ErrorCode.TURN_INTERRUPTED.code(),
                        "the answer was interrupted; what came is kept",
                        true,
                        NO_REQUEST)));
    }

    /** The member {@code text} of an event's data. */
    String textOf(String data) {
        try {
            JsonNode event = Objects.requireNonNullElseGet(json.readValue(data, JsonNode.class), JsonNode::nullNode);
            JsonNode text = event.get("text");
            return text != null && text.isString() ? text.getStringValue() : "";
        } catch (IOException damaged) {
            // Without the parser's own words, which quote the event's.
            throw new UncheckedIOException(
                    "a stored event is damaged",
                    new IOException(damaged.getClass().getSimpleName()));
        }
    }

    private byte[] bytes(Object event) {
        try {
            return json.writeValueAsBytes(event);
        } catch (IOException impossible) {
            throw new UncheckedIOException("an event that cannot be written", impossible);
        }
    }
}
