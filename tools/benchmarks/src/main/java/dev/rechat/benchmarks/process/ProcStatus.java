package dev.rechat.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code /proc/PID/status} tells.
 *
 * @param residentKib memory that is in use and in RAM
 */
public record ProcStatus(long residentKib) {

    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");

    public static ProcStatus of(long pid) throws IOException {
        return parse(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
    }

    static ProcStatus parse(String text) {
        Matcher resident = RESIDENT.matcher(text);
        if (!resident.find()) {
            throw new IllegalArgumentException("no VmRSS in the status of a process");
        }
        return new ProcStatus(Long.parseLong(resident.group(1)));
    }
}
