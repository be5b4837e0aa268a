package dev.rechat.dify;

import java.io.InputStream;
import java.util.OptionalLong;

/**
 * Bytes on their way from Dify. Reading slowly slows Dify down; nothing piles up here. The caller closes it, which gives
 * up the connection when there is more to come.
 */
public final class DifyDownload implements AutoCloseable {

    private final String mediaType;
    private final OptionalLong length;
    private final InputStream content;
    private final ChunkQueue body;

    DifyDownload(HttpAnswer answer, DifyClientConfiguration limits) {
        this.mediaType = answer.contentType();
        this.length = answer.contentLength();
        this.body = answer.body();
        this.content = new BodyStream(answer.body(), length, limits.idle());
    }

    /** Lower case, without parameters, empty when Dify names none. */
    public String mediaType() {
        return mediaType;
    }

    /** In bytes, empty when Dify does not tell before it sends. */
    public OptionalLong length() {
        return length;
    }

    /**
     * The bytes. Reading throws {@link java.io.IOException} with a {@link DifyException} as its cause when they stop to
     * come; closing it closes the download.
     */
    public InputStream content() {
        return content;
    }

    @Override
    public void close() {
        body.close();
    }
}
