package dev.rechat.chat.event;

import io.micronaut.http.sse.Event;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes events as server-sent events: {@code id: N}, {@code event: NAME}, {@code data:} one line of JSON. */
@Singleton
public final class TurnEventEncoder {

    private final JsonMapper json;

    public TurnEventEncoder(JsonMapper json) {
        this.json = json;
    }

    /** @param id 1, 2, 3 … within the turn */
    public Event<String> encode(long id, TurnEvent event) {
        try {
            return Event.of(json.writeValueAsString(event))
                    .id(Long.toString(id))
                    .name(nameOf(event));
        } catch (IOException impossible) {
            throw new UncheckedIOException("an event that cannot be written", impossible);
        }
    }

    private static String nameOf(TurnEvent event) {
        return switch (event) {
            case TurnEvent.Turn _ -> "turn";
            case TurnEvent.Delta _ -> "delta";
            case TurnEvent.Replace _ -> "replace";
            case TurnEvent.Thought _ -> "thought";
            case TurnEvent.Tool _ -> "tool";
            case TurnEvent.Node _ -> "node";
            case TurnEvent.File _ -> "file";
            case TurnEvent.Citation _ -> "citation";
            case TurnEvent.Form _ -> "form";
            case TurnEvent.Title _ -> "title";
            case TurnEvent.Usage _ -> "usage";
            case TurnEvent.Notice _ -> "notice";
            case TurnEvent.Done _ -> "done";
            case TurnEvent.Failed _ -> "error";
        };
    }
}
