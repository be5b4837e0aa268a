package dev.rechat.runlog.payload;

import dev.rechat.runlog.RunLogUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

/** Files below a folder. What is half written when the process dies has another name and is nobody's. */
final class FolderPayloadStore implements PayloadStore {

    private final Path root;

    FolderPayloadStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public void put(String key, String json) {
        Path file = file(key);
        Path half = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(half, json);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            remove(half);
            throw new RunLogUnavailableException("a payload cannot be written: " + reason(full), full);
        }
    }

    @Override
    public Optional<String> find(String key) {
        try {
            return Optional.of(Files.readString(file(key)));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new RunLogUnavailableException("a payload cannot be read: " + reason(unreadable), unreadable);
        }
    }

    @Override
    public void delete(String key) {
        try {
            Files.deleteIfExists(file(key));
        } catch (IOException refused) {
            throw new RunLogUnavailableException("a payload cannot be removed: " + reason(refused), refused);
        }
    }

    /** What cannot be removed is a file that nobody names. */
    private static void remove(Path half) {
        try {
            Files.deleteIfExists(half);
        } catch (IOException stays) {
            half.toFile().deleteOnExit();
        }
    }

    private Path file(String key) {
        Path file = root.resolve(PayloadKey.checked(key)).normalize();
        if (!file.startsWith(root) || file.equals(root)) {
            throw new IllegalArgumentException("a key that leads out of the folder");
        }
        return file;
    }

    private static String reason(IOException failure) {
        return failure.getClass().getSimpleName();
    }
}
