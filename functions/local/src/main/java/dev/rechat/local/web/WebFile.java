package dev.rechat.local.web;

import io.micronaut.http.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/**
 * A file of the built web app.
 *
 * @param name from the root of the app, with slashes
 * @param compressed the content as gzip, the content itself where that is not worth while
 * @param fingerprint of the content
 */
record WebFile(String name, byte[] content, byte[] compressed, MediaType type, String fingerprint) {

    /** Below this a network packet holds all of it anyway. */
    private static final int WORTH_COMPRESSING = 1024;

    static WebFile of(String name, byte[] content) {
        MediaType type = WebFileTypes.of(name);
        boolean compresses = content.length >= WORTH_COMPRESSING && WebFileTypes.compresses(type);
        return new WebFile(name, content, compresses ? gzip(content) : content, type, fingerprint(content));
    }

    boolean isPage() {
        return type.matches(MediaType.TEXT_HTML_TYPE);
    }

    /** Whether its name changes with its content. */
    boolean isHashed() {
        return name.startsWith("assets/");
    }

    boolean isCompressed() {
        return compressed != content;
    }

    /** The validator of one of the two forms: bytes that differ have different ones. */
    String entityTag(boolean gzip) {
        return "\"" + fingerprint + (gzip ? "-gzip" : "") + "\"";
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private static String fingerprint(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, 22);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
