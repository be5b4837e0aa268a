package dev.rechat.local.web;

import io.micronaut.http.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The files of a built single-page app. Thread-safe; reads on each call, so a new build shows at once. */
final class WebAppFiles {

    private static final String PAGE = "index.html";

    private final Path root;

    WebAppFiles(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /**
     * What a browser gets for a path: the file, or the page for a route that only the app knows.
     *
     * @param path decoded, from the root of the site
     * @return empty when the path looks like a file and there is none
     */
    Optional<WebFile> find(String path) {
        return file(path).or(() -> looksLikeFile(path) ? Optional.empty() : file(PAGE));
    }

    private Optional<WebFile> file(String path) {
        try {
            Path file = root.resolve(path.replaceFirst("^/+", "")).normalize();
            if (!file.startsWith(root) || !Files.isRegularFile(file)) {
                return Optional.empty();
            }
            MediaType type = MediaType.forFilename(String.valueOf(file.getFileName()));
            boolean hashed = root.relativize(file).startsWith("assets");
            return Optional.of(new WebFile(Files.readAllBytes(file), type, hashed));
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean looksLikeFile(String path) {
        return path.substring(path.lastIndexOf('/') + 1).contains(".");
    }
}
