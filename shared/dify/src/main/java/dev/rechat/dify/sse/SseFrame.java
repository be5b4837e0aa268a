package dev.rechat.dify.sse;

/** What one block of a server-sent event stream amounts to. */
public sealed interface SseFrame {

    /** The name given by the block's {@code event} field, {@code message} when it has none. */
    String type();

    /**
     * A block that a browser would dispatch.
     *
     * @param data the {@code data} lines joined by a line feed, without a final one
     * @param lastEventId the newest {@code id} of the whole stream, empty when there was none
     */
    record Event(String type, String data, String lastEventId) implements SseFrame {}

    /**
     * A block with a name and no {@code data}. A browser drops it and nothing may be read into it but this: the server
     * is alive. Blocks that have neither (comments, {@code id} or {@code retry} alone) are not reported at all.
     */
    record Dataless(String type) implements SseFrame {}
}
