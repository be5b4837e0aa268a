package dev.rechat.dify.sse;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The fields of the block being read, and the two values that outlive it. */
final class SseBlock {

    private static final byte[] DATA = {'d', 'a', 't', 'a'};
    private static final byte[] EVENT = {'e', 'v', 'e', 'n', 't'};
    private static final byte[] ID = {'i', 'd'};
    private static final byte[] RETRY = {'r', 'e', 't', 'r', 'y'};
    /** Longest number of milliseconds that is read; anything longer is no sensible waiting time. */
    private static final int RETRY_DIGITS = 18;

    private final int maxEventBytes;
    private final ByteAccumulator data = new ByteAccumulator();
    private boolean hasData;
    private String type = "";
    private String lastEventId = "";
    private @Nullable Duration reconnectionTime;

    SseBlock(int maxEventBytes) {
        this.maxEventBytes = maxEventBytes;
    }

    String lastEventId() {
        return lastEventId;
    }

    @Nullable
    Duration reconnectionTime() {
        return reconnectionTime;
    }

    /** Takes one line without its end; an empty one ends the block and may give a frame. */
    @Nullable
    SseFrame line(byte[] bytes, int from, int to) {
        if (from == to) {
            return dispatch();
        }
        int colon = from;
        while (colon < to && bytes[colon] != ':') {
            colon++;
        }
        int value = Math.min(to, colon + 1);
        if (value < to && bytes[value] == ' ') {
            value++;
        }
        if (is(DATA, bytes, from, colon)) {
            appendData(bytes, value, to);
        } else if (is(EVENT, bytes, from, colon)) {
            type = text(bytes, value, to);
        } else if (is(ID, bytes, from, colon)) {
            id(text(bytes, value, to));
        } else if (is(RETRY, bytes, from, colon)) {
            retry(text(bytes, value, to));
        }
        return null;
    }

    private @Nullable SseFrame dispatch() {
        String name = type.isEmpty() ? "message" : type;
        SseFrame frame = null;
        if (hasData) {
            frame = new SseFrame.Event(name, data.text(), lastEventId);
        } else if (!type.isEmpty()) {
            frame = new SseFrame.Dataless(name);
        }
        data.clear();
        hasData = false;
        type = "";
        return frame;
    }

    private void appendData(byte[] bytes, int from, int to) {
        int separator = hasData ? 1 : 0;
        if (to - from > maxEventBytes - data.length() - separator) {
            throw new SseLimitException("event", maxEventBytes);
        }
        if (hasData) {
            data.append((byte) '\n');
        }
        data.append(bytes, from, to);
        hasData = true;
    }

    private void id(String value) {
        if (value.indexOf('\0') < 0) {
            lastEventId = value;
        }
    }

    private void retry(String value) {
        if (!value.isEmpty() && value.length() <= RETRY_DIGITS && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            reconnectionTime = Duration.ofMillis(Long.parseLong(value));
        }
    }

    private static boolean is(byte[] name, byte[] bytes, int from, int to) {
        if (to - from != name.length) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (bytes[from + i] != name[i]) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
