package dev.rechat.web.upload;

import dev.rechat.kernel.error.ValidationException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts a {@code multipart/form-data} body into its parts, by RFC 2046, section 5.1, and RFC 7578. */
final class MultipartReader {

    private static final int MAX_PARTS = 20;
    private static final int MAX_HEADER = 8 * 1024;
    private static final int MAX_BOUNDARY = 70;
    private static final byte[] BLANK_LINE = {'\r', '\n', '\r', '\n'};
    private static final byte[] LINE_END = {'\r', '\n'};

    private final byte[] body;
    private final byte[] delimiter;
    private int position;

    private MultipartReader(byte[] body, byte[] delimiter) {
        this.body = body;
        this.delimiter = delimiter;
    }

    /** @throws ValidationException when the body is not what its boundary promises */
    static List<Part> parts(byte[] body, String boundary) {
        if (boundary.isEmpty() || boundary.length() > MAX_BOUNDARY) {
            throw malformed();
        }
        byte[] delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        return new MultipartReader(body, delimiter).read();
    }

    private List<Part> read() {
        // The first delimiter stands at the very beginning, where no line ends before it.
        if (!startsWith(delimiter, LINE_END.length, 0)) {
            throw malformed();
        }
        position = delimiter.length - LINE_END.length;
        List<Part> parts = new ArrayList<>();
        while (!isLast()) {
            if (parts.size() == MAX_PARTS) {
                throw malformed();
            }
            parts.add(part());
        }
        return parts;
    }

    private boolean isLast() {
        if (position + 1 >= body.length) {
            throw malformed();
        }
        return body[position] == '-' && body[position + 1] == '-';
    }

    private Part part() {
        int line = indexOf(LINE_END, position, MAX_HEADER);
        int headerEnd = indexOf(BLANK_LINE, line, MAX_HEADER);
        int start = headerEnd + BLANK_LINE.length;
        int end = indexOf(delimiter, start, body.length);
        String header = new String(body, line, headerEnd - line, StandardCharsets.UTF_8);
        position = end + delimiter.length;
        Part part = new Part(header, ByteBuffer.wrap(body, start, end - start).slice());
        if (part.name().isEmpty()) {
            throw malformed();
        }
        return part;
    }

    private int indexOf(byte[] wanted, int from, int within) {
        int last = Math.min(body.length - wanted.length, from + Math.min(within, body.length));
        for (int at = from; at <= last; at++) {
            if (body[at] == wanted[0] && startsWith(wanted, 0, at)) {
                return at;
            }
        }
        throw malformed();
    }

    private boolean startsWith(byte[] wanted, int offset, int at) {
        if (at + wanted.length - offset > body.length) {
            return false;
        }
        for (int i = offset; i < wanted.length; i++) {
            if (body[at + i - offset] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static ValidationException malformed() {
        return new ValidationException("body", "invalid", "is not multipart/form-data that can be read");
    }
}
