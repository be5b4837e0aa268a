package dev.rechat.web.upload;

import java.nio.ByteBuffer;

/**
 * A file as a browser sent it.
 *
 * @param name without any path, empty when the browser gave none
 * @param mediaType lower case, without parameters, {@code application/octet-stream} when the browser gave none
 * @param content read-only
 */
public record FormFile(String name, String mediaType, ByteBuffer content) {

    /** In bytes. */
    public int size() {
        return content.remaining();
    }

    /** Without name and content, which are the person's. */
    @Override
    public String toString() {
        return "FormFile[mediaType=" + mediaType + ", size=" + size() + "]";
    }
}
