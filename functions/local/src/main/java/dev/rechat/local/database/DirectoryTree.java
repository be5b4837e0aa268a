package dev.rechat.local.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

final class DirectoryTree {

    private DirectoryTree() {}

    /** The directory, made anew when it was there. */
    static Path emptied(Path directory) throws IOException {
        if (Files.exists(directory)) {
            for (Path path : deepestFirst(directory)) {
                Files.delete(path);
            }
        }
        return Files.createDirectories(directory);
    }

    private static List<Path> deepestFirst(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
