package dev.rechat.lambda.runtime;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads a body in chunked coding (RFC 9112, section 7.1), trailers thrown away. */
final class ChunkedBody {

    /** Reads one line, within a budget of bytes. */
    interface LineReader {
        String line(int[] budget) throws IOException;
    }

    private static final int HEX = 16;
    private static final int MAX_LINES = 64 * 1024;

    private final InputStream in;
    private final int limit;
    private final LineReader lines;

    ChunkedBody(InputStream in, int limit, LineReader lines) {
        this.in = in;
        this.limit = limit;
        this.lines = lines;
    }

    byte[] read() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            if (size > limit - body.size()) {
                throw new IOException("an answer of more than " + limit + " bytes");
            }
            byte[] chunk = in.readNBytes(size);
            if (chunk.length < size) {
                throw new EOFException("the Runtime API ended the connection in the middle of a chunk");
            }
            body.writeBytes(chunk);
            lines.line(new int[] {2});
        }
        int[] budget = {MAX_LINES};
        String trailer = lines.line(budget);
        while (!trailer.isEmpty()) {
            trailer = lines.line(budget);
        }
        return body.toByteArray();
    }

    private int size() throws IOException {
        String line = lines.line(new int[] {MAX_LINES});
        int extension = line.indexOf(';');
        String digits = extension < 0 ? line : line.substring(0, extension);
        try {
            int size = Integer.parseInt(digits.strip(), HEX);
            if (size >= 0) {
                return size;
            }
            throw new IOException("bad chunk size: " + line);
        } catch (NumberFormatException e) {
            throw new IOException("bad chunk size: " + line, e);
        }
    }
}
