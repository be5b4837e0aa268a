package dev.rechat.local.data;

import dev.rechat.local.start.StartProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether there is room for what a start writes, asked before it writes half of it. */
public final class DiskSpace {

    private static final long MEGABYTE = 1_000_000;
    /** The unpacked database server takes 370 MB, its empty data directory 150 MB, the rest is air. */
    private static final long FIRST_START_BYTES = 1_000 * MEGABYTE;

    private static final long LATER_START_BYTES = 200 * MEGABYTE;

    /** How many bytes can be written below a path. */
    @FunctionalInterface
    interface Usable {
        long bytes(Path directory) throws IOException;
    }

    private final Usable usable;

    public DiskSpace() {
        this(directory -> Files.getFileStore(directory).getUsableSpace());
    }

    DiskSpace(Usable usable) {
        this.usable = usable;
    }

    /** @throws StartProblem when there is too little */
    public void require(Path directory, boolean firstStart) throws IOException {
        long needed = firstStart ? FIRST_START_BYTES : LATER_START_BYTES;
        long free = usable.bytes(directory);
        if (free < needed) {
            throw new StartProblem("""
                    The disk that holds %s is nearly full: %d MB are free, %s needs %d MB.
                    Free some space, or choose another place with --data-dir.""".formatted(
                            directory, free / MEGABYTE, firstStart ? "the first start" : "a start", needed / MEGABYTE));
        }
    }
}
