package dev.rechat.chat.feed;

import io.micronaut.http.sse.Event;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An append-only list that one thread writes and many read. */
final class EventLog {

    private final List<Event<String>> events = new ArrayList<>();
    private boolean closed;

    synchronized void append(Event<String> event) {
        if (closed) {
            throw new IllegalStateException("the log is closed");
        }
        events.add(event);
    }

    synchronized void close() {
        closed = true;
    }

    synchronized int size() {
        return events.size();
    }

    /** @return null when there is none yet */
    synchronized @Nullable Event<String> get(int index) {
        return index < events.size() ? events.get(index) : null;
    }

    /** Whether a reader at this place has nothing to wait for. */
    synchronized boolean endsAt(int index) {
        return closed && index >= events.size();
    }
}
