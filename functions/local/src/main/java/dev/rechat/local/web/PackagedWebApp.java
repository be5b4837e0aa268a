package dev.rechat.local.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The app inside the program: resources of the class path, which a native executable holds. Thread-safe. */
final class PackagedWebApp implements WebApp {

    private final String root;
    private final Map<String, WebFile> files = new ConcurrentHashMap<>();

    /** @param root a place on the class path, without slashes around it */
    PackagedWebApp(String root) {
        this.root = root + "/";
    }

    @Override
    public Optional<WebFile> file(String path) {
        String name = path.replaceFirst("^/+", "");
        // a directory can be opened as well as a file; all files have an extension
        return WebApp.looksLikeFile(name) && isPlain(name)
                ? Optional.ofNullable(files.computeIfAbsent(name, this::read))
                : Optional.empty();
    }

    private static boolean isPlain(String name) {
        return Arrays.stream(name.split("/", -1))
                .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
    }

    private @Nullable WebFile read(String name) {
        try (InputStream content = PackagedWebApp.class.getClassLoader().getResourceAsStream(root + name)) {
            return content == null ? null : WebFile.of(name, content.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
