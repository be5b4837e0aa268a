package dev.rechat.dify;

import org.jspecify.annotations.Nullable;

/**
 * The events of one generation, pulled one at a time. Use it in try-with-resources; the connection is released as soon
 * as the stream ends, fails or is closed.
 *
 * <p>Closing early does not stop Dify from generating, and for apps other than chatflow and workflow loses the answer at
 * Dify: call {@link DifyClient#stop} to cancel.
 */
public interface DifyStream extends AutoCloseable {

    /**
     * The next event; blocks until there is one, so it is best called on a virtual thread. Not to be called from two
     * threads at a time.
     *
     * @return null at the orderly end, that is after an event that ends the stream, and ever after {@link #close()} or
     *     an exception
     * @throws DifyStreamCutException when the connection ends without such an event
     * @throws DifyTimeoutException when nothing at all came for the idle time, not even a ping
     * @throws DifyProtocolException when what comes cannot be read; all events before it have been delivered
     * @throws java.util.concurrent.CancellationException when the thread is interrupted, which it then still is
     */
    @Nullable
    DifyEvent next();

    /** Releases the connection at once. May be called from any thread and more than once; a blocked next() returns. */
    @Override
    void close();
}
