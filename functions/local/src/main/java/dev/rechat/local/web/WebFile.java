package dev.rechat.local.web;

import io.micronaut.http.MediaType;

/**
 * A file of the built web app.
 *
 * @param hashed whether its name changes with its content
 */
record WebFile(byte[] content, MediaType type, boolean hashed) {

    boolean isPage() {
        return type.matches(MediaType.TEXT_HTML_TYPE);
    }
}
