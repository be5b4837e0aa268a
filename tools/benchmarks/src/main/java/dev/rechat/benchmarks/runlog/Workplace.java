package dev.rechat.benchmarks.runlog;

import dev.rechat.runlog.store.StoreName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where both servers have their data. */
record Workplace(Path directory) {

    private static final long MEBIBYTE = 1 << 20;

    Path database() {
        return directory.resolve("database");
    }

    Path search() {
        return directory.resolve("opensearch");
    }

    /** Where it stands what a store was filled with. */
    Path note(StoreName store) {
        return directory.resolve(store.wire() + ".properties");
    }

    /** What the tables, or the indices, take. */
    long mebibytes(StoreName store) throws IOException {
        Path data = switch (store) {
            case MYSQL -> database().resolve("data/rechat");
            case ELASTICSEARCH -> search().resolve("node_1/data");
        };
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile).mapToLong(Workplace::size).sum() / MEBIBYTE;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (NoSuchFileException merged) { // servers tidy up while we look
            return 0;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void remove() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(directory)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
