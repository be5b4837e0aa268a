package dev.rechat.local.start;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a start has opened so far. Closing takes it down in reverse order; whatever is added afterwards is closed at
 * once, so a stop in the middle of a start leaves nothing behind. Thread-safe.
 */
public final class OpenResources implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenResources.class);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private volatile boolean closed;

    /** @throws StartProblem when everything was closed in the meantime */
    public synchronized <T extends AutoCloseable> T add(T resource) {
        open.push(resource);
        if (closed) {
            close();
            throw new StartProblem("Stopped while starting.");
        }
        return resource;
    }

    public synchronized boolean isEmpty() {
        return open.isEmpty();
    }

    /** Whether the process was asked to end; a failure after that is its consequence. */
    public boolean isClosed() {
        return closed;
    }

    /** A resource that fails to close is logged and does not keep the others open. */
    @Override
    public synchronized void close() {
        closed = true;
        while (!open.isEmpty()) {
            closeOne(open.pop());
        }
    }

    private static void closeOne(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception failed) {
            // close() may throw anything, and whatever it is, the other resources must be closed too
            LOG.error("does not close: {}", resource, failed);
        }
    }
}
