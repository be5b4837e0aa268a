package dev.rechat.dify;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The body of a response as a stream that tells a broken connection from an end. For one thread at a time. */
final class BodyStream extends InputStream {

    private static final byte[] NOTHING = {};

    private final ChunkQueue chunks;
    private final OptionalLong length;
    private final Duration idle;
    private byte[] chunk = NOTHING;
    private int position;
    private long received;

    /** @param length what was promised */
    BodyStream(ChunkQueue chunks, OptionalLong length, Duration idle) {
        this.chunks = chunks;
        this.length = length;
        this.idle = idle;
    }

    @Override
    public int read() throws IOException {
        return fill() ? Byte.toUnsignedInt(chunk[position++]) : -1;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, into.length);
        if (count == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int taken = Math.min(count, chunk.length - position);
        System.arraycopy(chunk, position, into, offset, taken);
        position += taken;
        return taken;
    }

    /** Whether there is a byte to be read. */
    private boolean fill() throws IOException {
        while (position == chunk.length) {
            byte[] next = next();
            if (next == null) {
                return false;
            }
            chunk = next;
            position = 0;
            received += next.length;
        }
        return true;
    }

    private byte @Nullable [] next() throws IOException {
        try {
            byte[] next = chunks.take(idle);
            if (next == null && length.isPresent() && received < length.getAsLong()) {
                throw broken(null);
            }
            return next;
        } catch (BodyCutException cut) {
            throw broken(cut);
        } catch (DifyTimeoutException silent) {
            close();
            throw new IOException(silent);
        }
    }

    private IOException broken(@Nullable Throwable cause) {
        close();
        return new IOException(new DifyProtocolException("the connection broke within Dify's answer", cause));
    }

    @Override
    public void close() {
        chunks.close();
    }
}
