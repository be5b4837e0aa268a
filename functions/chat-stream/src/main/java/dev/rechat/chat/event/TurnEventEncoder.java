package dev.rechat.chat.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes events as the frames that go out: {@code id: N}, {@code event: NAME}, {@code data:} one line of JSON, an empty
 * line. A frame is written once, however many read it.
 */
@Singleton
public final class TurnEventEncoder {

    private final JsonMapper json;

    public TurnEventEncoder(JsonMapper json) {
        this.json = json;
    }

    /** @param id 1, 2, 3 … within the turn */
    public byte[] encode(int id, TurnEvent event) {
        return frame("id: " + id + "\nevent: " + nameOf(event) + "\ndata: ", event);
    }

    /** An event for the readers of this moment only. It has no number: nobody can resume after it. */
    public byte[] encodeAside(TurnEvent event) {
        return frame("event: " + nameOf(event) + "\ndata: ", event);
    }

    private byte[] frame(String head, TurnEvent event) {
        try {
            byte[] data = json.writeValueAsBytes(event);
            byte[] frame = new byte[head.length() + data.length + 2];
            System.arraycopy(head.getBytes(ISO_8859_1), 0, frame, 0, head.length());
            System.arraycopy(data, 0, frame, head.length(), data.length);
            frame[frame.length - 2] = '\n';
            frame[frame.length - 1] = '\n';
            return frame;
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
