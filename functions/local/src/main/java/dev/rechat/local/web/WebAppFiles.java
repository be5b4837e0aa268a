package dev.rechat.local.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A directory. Thread-safe; looks at each file on each call, so a new build shows at once, and
 * reads and compresses it once.
 */
final class WebAppFiles implements WebApp {

    /** A file as it was when it was read. */
    private record Version(FileTime modifiedAt, long size, WebFile file) {

        boolean isOf(BasicFileAttributes now) {
            return modifiedAt.equals(now.lastModifiedTime()) && size == now.size();
        }
    }

    private final Path root;
    private final Map<Path, Version> versions = new ConcurrentHashMap<>();

    WebAppFiles(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public Optional<WebFile> file(String path) {
        try {
            Path file = root.resolve(path.replaceFirst("^/+", "")).normalize();
            if (!file.startsWith(root) || !Files.isRegularFile(file)) {
                return Optional.empty();
            }
            return Optional.of(read(file));
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private WebFile read(Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        Version known = versions.get(file);
        if (known != null && known.isOf(now)) {
            return known.file();
        }
        // what an earlier build left is not held for ever
        versions.keySet().removeIf(Files::notExists);
        WebFile read = WebFile.of(
                root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), "/"),
                Files.readAllBytes(file));
        versions.put(file, new Version(now.lastModifiedTime(), now.size(), read));
        return read;
    }
}
