package dev.rechat.chat.feed;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An append-only list of frames that one thread writes and many read. */
final class EventLog {

    private final List<byte[]> frames = new ArrayList<>();
    private long bytes;
    private boolean closed;

    synchronized void append(byte[] frame) {
        if (closed) {
            throw new IllegalStateException("the log is closed");
        }
        frames.add(frame);
        bytes += frame.length;
    }

    synchronized void close() {
        closed = true;
    }

    synchronized int size() {
        return frames.size();
    }

    synchronized long bytes() {
        return bytes;
    }

    synchronized boolean closed() {
        return closed;
    }

    /** @return null when there is none yet */
    synchronized byte @Nullable [] get(int index) {
        return index < frames.size() ? frames.get(index) : null;
    }

    synchronized List<byte[]> from(int index) {
        return index < frames.size() ? List.copyOf(frames.subList(index, frames.size())) : List.of();
    }

    /** Whether a reader at this place has nothing to wait for. */
    synchronized boolean endsAt(int index) {
        return closed && index >= frames.size();
    }
}
