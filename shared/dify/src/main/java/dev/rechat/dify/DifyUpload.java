package dev.rechat.dify;

import java.nio.ByteBuffer;
import java.util.regex.Pattern;

/**
 * A file to be sent to Dify.
 *
 * @param name with its extension, by which Dify judges the kind of a file; Dify refuses slashes and backslashes in it
 * @param mediaType such as {@code image/png}, without parameters
 * @param content what is left of it; must not be changed until the call is over
 */
public record DifyUpload(String name, String mediaType, ByteBuffer content) {

    /** RFC 9110, section 8.3.1. */
    private static final Pattern MEDIA_TYPE = Pattern.compile("[!#$&^_.+0-9A-Za-z-]+/[!#$&^_.+0-9A-Za-z-]+");

    /** @throws IllegalArgumentException when {@code mediaType} is none */
    public DifyUpload {
        if (!MEDIA_TYPE.matcher(mediaType).matches()) {
            throw new IllegalArgumentException("not a media type");
        }
    }

    /** Without name and content, which are somebody's. */
    @Override
    public String toString() {
        return "DifyUpload[mediaType=" + mediaType + ", bytes=" + content.remaining() + "]";
    }
}
