package dev.rechat.dify.sse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that are kept until a line or an event is complete; gives memory back after an unusually large one. */
final class ByteAccumulator {

    /** Of a token's event; each open stream has two of these. */
    private static final int USUAL = 512;

    private static final int KEPT = 64 * 1024;

    private byte[] bytes = new byte[USUAL];
    private int length;

    int length() {
        return length;
    }

    byte[] array() {
        return bytes;
    }

    void append(byte[] source, int from, int to) {
        int added = to - from;
        if (bytes.length - length < added) {
            bytes = Arrays.copyOf(bytes, (int)
                    Math.min(Integer.MAX_VALUE - 8, Math.max(2L * bytes.length, (long) length + added)));
        }
        System.arraycopy(source, from, bytes, length, added);
        length += added;
    }

    void append(byte single) {
        append(new byte[] {single}, 0, 1);
    }

    void clear() {
        length = 0;
        if (bytes.length > KEPT) {
            bytes = new byte[USUAL];
        }
    }

    /** The text, with U+FFFD for whatever is not UTF-8. */
    String text() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
