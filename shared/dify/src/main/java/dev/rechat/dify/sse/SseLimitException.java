package dev.rechat.dify.sse;

/** A line or an event is larger than the reader was told to accept; the stream cannot be read any further. */
public final class SseLimitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SseLimitException(String what, int bytes) {
        super("server-sent %s is larger than %d bytes".formatted(what, bytes));
    }
}
