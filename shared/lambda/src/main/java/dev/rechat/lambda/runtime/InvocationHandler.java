package dev.rechat.lambda.runtime;

import java.io.IOException;

/** Answers invocations, one at a time. */
public interface InvocationHandler extends AutoCloseable {

    /**
     * Answers one invocation through the API: exactly one answer or error, whatever the event holds.
     *
     * @throws IOException when the answer could not be given
     */
    void handle(Invocation invocation, RuntimeApi api) throws IOException;

    /** The process is to end: an answer that is under way is ended in order. May come from any thread, more than once. */
    void stop();

    @Override
    void close();
}
