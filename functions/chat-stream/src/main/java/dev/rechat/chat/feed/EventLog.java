package dev.rechat.chat.feed;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An append-only list of frames that one thread writes and many read. */
final class EventLog {

    /** Stands for a number that no event has. */
    private static final byte[] SKIPPED = {};

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

    /** Leaves numbers out, so that the next event's is one higher than this. */
    synchronized void skipTo(int number) {
        while (frames.size() < number) {
            frames.add(SKIPPED);
        }
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

    /** @return null when there is none yet; nothing in it where a number was left out */
    synchronized byte @Nullable [] get(int index) {
        return index < frames.size() ? frames.get(index) : null;
    }

    synchronized TurnFeed.Tail from(int index) {
        List<byte[]> there = index < frames.size() ? frames.subList(index, frames.size()) : List.of();
        return new TurnFeed.Tail(
                there.stream().filter(frame -> frame.length > 0).toList(), frames.size());
    }

    /** Whether a reader at this place has nothing to wait for. */
    synchronized boolean endsAt(int index) {
        return closed && index >= frames.size();
    }
}
