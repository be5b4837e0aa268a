package dev.rechat.runlog.search.client;

import java.io.IOException;
import java.util.Map;

/** How requests reach the server. Thread-safe, blocking. */
interface Connection extends AutoCloseable {

    /**
     * One attempt.
     *
     * @param body JSON, or lines of it; empty for none
     */
    Answer send(String method, String path, Map<String, String> parameters, byte[] body) throws IOException;

    @Override
    void close() throws IOException;
}
