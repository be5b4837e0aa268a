package dev.rechat.testing.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** What is costly to unpack is unpacked once per user and kept between runs. */
final class CacheDirectory {

    /** System property that moves the cache away from the user's cache directory. */
    static final String PROPERTY = "rechat.cache";

    @FunctionalInterface
    interface Filler {
        void fill(Path emptyDirectory) throws IOException;
    }

    private CacheDirectory() {}

    /**
     * The directory of that name, filled by whoever comes first. Other JVMs wait for it; a filler that fails or is
     * killed leaves nothing a later one could take for complete.
     */
    static synchronized Path filledOnce(String name, Filler filler) {
        Path directory = root().resolve(name);
        try {
            Files.createDirectories(root());
            try (FileChannel channel = FileChannel.open(
                            root().resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && !Files.isDirectory(directory)) {
                    Path partial = root().resolve(name + ".partial");
                    DirectoryTree.delete(partial);
                    filler.fill(Files.createDirectory(partial));
                    Files.move(partial, directory, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot fill the cache directory " + directory, e);
        }
    }

    private static Path root() {
        String configured = System.getProperty(PROPERTY);
        if (configured != null) {
            return Path.of(configured).toAbsolutePath();
        }
        String home = System.getProperty("user.home");
        String base = Objects.requireNonNullElse(System.getenv("XDG_CACHE_HOME"), home + "/.cache");
        return Path.of(base, "dify-rechat", "databases").toAbsolutePath();
    }
}
