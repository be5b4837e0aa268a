package dev.rechat.dify.sse;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a {@code text/event-stream} into frames, in the way the WHATWG HTML text, section "Parsing an event
 * stream", prescribes: lines end with LF, CR or CRLF, a leading byte order mark is skipped, one space after the colon is
 * removed, {@code data} lines are joined by LF, an {@code id} with NUL is ignored, bytes that are not UTF-8 become
 * U+FFFD, and an event the stream breaks off in is dropped.
 *
 * <p>The bytes may be cut anywhere, also inside a character or between CR and LF. Feed a chunk, take frames until there
 * are none, feed the next. Not thread-safe; it blocks nowhere.
 */
public final class SseReader {

    private static final byte[] NOTHING = {};

    private final int maxLineBytes;
    private final SseBlock block;
    private final ByteAccumulator partialLine = new ByteAccumulator();

    private byte[] chunk = NOTHING;
    private int position;
    private boolean atStart = true;
    private boolean afterCarriageReturn;

    /**
     * @param maxLineBytes the largest line accepted, without its end
     * @param maxEventBytes the largest {@code data} of one event accepted
     */
    public SseReader(int maxLineBytes, int maxEventBytes) {
        if (maxLineBytes < 1 || maxEventBytes < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
        this.maxLineBytes = maxLineBytes;
        this.block = new SseBlock(maxEventBytes);
    }

    /**
     * Hands over the next bytes, which must not be changed afterwards.
     *
     * @throws IllegalStateException when {@link #next()} has not yet returned null for the chunk before
     */
    public void feed(byte[] bytes) {
        if (position < chunk.length) {
            throw new IllegalStateException("frames of the previous chunk have not all been taken");
        }
        chunk = bytes;
        position = 0;
    }

    /**
     * The next complete frame, or null when more bytes are needed. At the end of the stream what is incomplete is
     * dropped by not asking again.
     *
     * @throws SseLimitException when a line or an event is too large; the reader must not be used any more
     */
    public @Nullable SseFrame next() {
        while (position < chunk.length) {
            int end = endOfLine();
            if (end < 0) {
                keepPartialLine();
                return null;
            }
            SseFrame frame = line(end);
            if (frame != null) {
                return frame;
            }
        }
        chunk = NOTHING;
        position = 0;
        return null;
    }

    /** The newest {@code id} of the stream, empty when there was none. */
    public String lastEventId() {
        return block.lastEventId();
    }

    /** The newest {@code retry} of the stream, null when there was none. */
    public @Nullable Duration reconnectionTime() {
        return block.reconnectionTime();
    }

    private int endOfLine() {
        if (afterCarriageReturn) {
            afterCarriageReturn = false;
            if (chunk[position] == '\n') {
                position++;
            }
        }
        for (int i = position; i < chunk.length; i++) {
            if (chunk[i] == '\n' || chunk[i] == '\r') {
                return i;
            }
        }
        return -1;
    }

    private void keepPartialLine() {
        checkLine(chunk.length - position);
        partialLine.append(chunk, position, chunk.length);
        chunk = NOTHING;
        position = 0;
    }

    private @Nullable SseFrame line(int end) {
        checkLine(end - position);
        byte[] bytes = chunk;
        int from = position;
        int to = end;
        if (partialLine.length() > 0) {
            partialLine.append(chunk, position, end);
            bytes = partialLine.array();
            from = 0;
            to = partialLine.length();
        }
        afterCarriageReturn = chunk[end] == '\r';
        position = end + 1;
        if (atStart) {
            atStart = false;
            from += byteOrderMark(bytes, from, to);
        }
        SseFrame frame = block.line(bytes, from, to);
        partialLine.clear();
        return frame;
    }

    private void checkLine(int added) {
        if (added > maxLineBytes - partialLine.length()) {
            throw new SseLimitException("line", maxLineBytes);
        }
    }

    private static int byteOrderMark(byte[] bytes, int from, int to) {
        byte[] mark = "\uFEFF".getBytes(StandardCharsets.UTF_8);
        if (to - from < mark.length) {
            return 0;
        }
        for (int i = 0; i < mark.length; i++) {
            if (bytes[from + i] != mark[i]) {
                return 0;
            }
        }
        return mark.length;
    }
}
