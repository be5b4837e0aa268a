package dev.rechat.local.data;

import dev.rechat.local.start.StartProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Ownership of a data directory, kept by the operating system: it ends with the process however that ends. The file
 * tells others who the owner is.
 */
public final class DirectoryLock implements AutoCloseable {

    private static final String FILE = "lock";

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws StartProblem when a running process owns the directory */
    public static DirectoryLock acquire(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new StartProblem("""
                    The data directory %s belongs to a running ReChat (%s).
                    Stop that one first, or start this one with another --data-dir and --port.""".formatted(directory, owner(file)));
        }
        DirectoryLock lock = new DirectoryLock(channel);
        lock.write("process " + ProcessHandle.current().pid());
        return lock;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ownedByThisProcess) {
            return null;
        }
    }

    private static String owner(Path file) throws IOException {
        String owner = Files.readString(file).strip();
        return owner.isEmpty() ? "it is just starting" : owner;
    }

    /** Lets others know where this process answers. */
    public void announce(String url) throws IOException {
        write("process " + ProcessHandle.current().pid() + " at " + url);
    }

    private void write(String owner) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((owner + "\n").getBytes(StandardCharsets.UTF_8)), 0);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
