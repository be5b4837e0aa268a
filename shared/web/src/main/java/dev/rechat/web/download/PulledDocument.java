package dev.rechat.web.download;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A document that is made while it is read: a piece when the one before has been taken, so a slow reader slows the making. What
 * fails in the middle fails the read, and the connection is cut: nobody takes half a document for a whole one.
 */
public final class PulledDocument extends InputStream {

    private final Pieces pieces;
    private final Runnable permission;
    private byte @Nullable [] piece = new byte[0];
    private int position;

    /** @param permission asked before each piece; throws when the reader may not go on */
    public PulledDocument(Pieces pieces, Runnable permission) {
        this.pieces = pieces;
        this.permission = permission;
    }

    @Override
    public int read() throws IOException {
        return pull() ? Objects.requireNonNull(piece)[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!pull()) {
            return -1;
        }
        byte[] current = Objects.requireNonNull(piece);
        int count = Math.min(length, current.length - position);
        System.arraycopy(current, position, into, offset, count);
        position += count;
        return count;
    }

    /** What there is to read without making more. */
    @Override
    public int available() {
        return piece == null ? 0 : piece.length - position;
    }

    private boolean pull() throws IOException {
        try {
            while (piece != null && position == piece.length) {
                permission.run();
                piece = pieces.next();
                position = 0;
            }
        } catch (RuntimeException failure) {
            throw new IOException("the document broke off", failure);
        }
        return piece != null;
    }

    @Override
    public void close() {
        piece = null;
    }
}
