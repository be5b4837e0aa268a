package dev.rechat.testing.gateway;

import dev.rechat.testing.http.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A bucket with a web app: its files, and its page for every address that is none. */
public final class StaticSite {

    private static final String PAGE = "index.html";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript",
            "css", "text/css",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2",
            "json", "application/json",
            "webmanifest", "application/manifest+json");

    private final Path root;

    /** @throws IllegalArgumentException when there is no web app */
    public StaticSite(Path root) {
        this.root = root.toAbsolutePath().normalize();
        if (!Files.isRegularFile(this.root.resolve(PAGE))) {
            throw new IllegalArgumentException("There is no web app in " + root);
        }
    }

    void answer(Exchange exchange) {
        Path wanted = root.resolve(exchange.request().path().substring(1)).normalize();
        boolean there = wanted.startsWith(root) && Files.isRegularFile(wanted);
        if (!there && wanted.startsWith(root.resolve("assets"))) {
            exchange.answer(404, Map.of(), "not there".getBytes(StandardCharsets.UTF_8));
            return;
        }
        Path file = there ? wanted : root.resolve(PAGE);
        String name = file.getFileName().toString();
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        try {
            exchange.answer(
                    200,
                    Map.of(
                            "Content-Type",
                            type,
                            "Cache-Control",
                            there && !name.endsWith(".html") ? "public, max-age=3600" : "no-cache",
                            "X-Content-Type-Options",
                            "nosniff"),
                    Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
