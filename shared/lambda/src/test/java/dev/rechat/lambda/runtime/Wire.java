package dev.rechat.lambda.runtime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A connection whose other side is text: what it answers is given, what it was sent can be read. */
final class Wire {

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final RuntimeConnection connection;
    private boolean closed;

    Wire(String answer) {
        connection = new RuntimeConnection(
                "api:9001",
                new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)),
                sent,
                () -> closed = true);
    }

    RuntimeConnection connection() {
        return connection;
    }

    String sent() {
        return sent.toString(StandardCharsets.UTF_8);
    }

    boolean closed() {
        return closed;
    }
}
