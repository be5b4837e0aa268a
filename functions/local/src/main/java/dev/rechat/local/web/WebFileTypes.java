package dev.rechat.local.web;

import io.micronaut.http.MediaType;
import java.util.Map;
import java.util.Set;

/** The media types of a web app's files. */
final class WebFileTypes {

    /** What the framework's list has not, or without the charset that a browser would have to guess. */
    private static final Map<String, MediaType> BY_EXTENSION = Map.ofEntries(
            Map.entry("html", MediaType.of("text/html; charset=utf-8")),
            Map.entry("js", MediaType.of("text/javascript; charset=utf-8")),
            Map.entry("mjs", MediaType.of("text/javascript; charset=utf-8")),
            Map.entry("css", MediaType.of("text/css; charset=utf-8")),
            Map.entry("json", MediaType.of("application/json")),
            Map.entry("map", MediaType.of("application/json")),
            Map.entry("svg", MediaType.of("image/svg+xml")),
            Map.entry("ico", MediaType.of("image/x-icon")),
            Map.entry("webp", MediaType.of("image/webp")),
            Map.entry("txt", MediaType.of("text/plain; charset=utf-8")),
            Map.entry("wasm", MediaType.of("application/wasm")),
            Map.entry("webmanifest", MediaType.of("application/manifest+json")),
            Map.entry("woff", MediaType.of("font/woff")),
            Map.entry("woff2", MediaType.of("font/woff2")),
            Map.entry("ttf", MediaType.of("font/ttf")));

    /** Pictures, fonts of today and sound are compressed already. */
    private static final Set<String> COMPRESSIBLE = Set.of(
            "application/json",
            "application/manifest+json",
            "application/wasm",
            "font/ttf",
            "image/svg+xml",
            "image/x-icon",
            "text/css",
            "text/html",
            "text/javascript",
            "text/plain");

    private WebFileTypes() {}

    static MediaType of(String name) {
        MediaType known = BY_EXTENSION.get(name.substring(name.lastIndexOf('.') + 1));
        return known == null ? MediaType.forFilename(name) : known;
    }

    static boolean compresses(MediaType type) {
        return COMPRESSIBLE.contains(type.getName());
    }
}
