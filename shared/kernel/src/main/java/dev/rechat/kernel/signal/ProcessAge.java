package dev.rechat.kernel.signal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long this process has been there, the time before its first line of Java included. */
public final class ProcessAge {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessAge.class);

    /** What Linux counts in for programs, whatever the kernel ticks in (USER_HZ). */
    private static final int TICKS = 100;

    /** Of {@code /proc/self/stat} behind the name, which may hold anything: the 22nd field is the third and 19 more. */
    private static final int START_TICKS = 19;

    private ProcessAge() {}

    /** To ten milliseconds on Linux. Empty where nobody knows. */
    public static Optional<Duration> now() {
        Path self = Path.of("/proc/self/stat");
        try {
            return Files.exists(self)
                    ? Optional.of(age(Files.readString(self), Files.readString(Path.of("/proc/uptime"))))
                    : byClock();
        } catch (IOException | RuntimeException unreadable) {
            LOG.debug("when this process started is not to be read", unreadable);
            return byClock();
        }
    }

    /** Both count from the start of the machine; the JDK's own figure is off by up to a second, which its start was rounded to. */
    static Duration age(String stat, String uptime) {
        long ticks = Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[START_TICKS]);
        double seconds = Double.parseDouble(uptime.substring(0, uptime.indexOf(' ')));
        long age = Math.round(seconds * 1000) - ticks * 1000 / TICKS;
        return Duration.ofMillis(Math.max(0, age));
    }

    private static Optional<Duration> byClock() {
        return ProcessHandle.current()
                .info()
                .startInstant()
                .map(start -> Duration.between(start, Clock.systemUTC().instant()));
    }
}
