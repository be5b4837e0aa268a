package dev.rechat.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What {@code /proc/PID/stat} tells (proc(5)).
 *
 * @param cpu time on a processor of all threads, in user and kernel mode; in steps of 10 ms
 */
record ProcStat(Duration cpu) {

    /** USER_HZ, which is 100 on every architecture that a JDK runs on. */
    private static final int TICKS_PER_SECOND = 100;

    private static final int USER_TIME = 14;
    private static final int SYSTEM_TIME = 15;

    static ProcStat of(long pid) throws IOException {
        return parse(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
    }

    /** The second field is the program's name in parentheses, which may hold anything, parentheses too. */
    static ProcStat parse(String line) {
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        long ticks = Long.parseLong(fields[USER_TIME - 3]) + Long.parseLong(fields[SYSTEM_TIME - 3]);
        return new ProcStat(Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND));
    }
}
