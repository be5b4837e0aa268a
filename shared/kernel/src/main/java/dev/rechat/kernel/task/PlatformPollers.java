package dev.rechat.kernel.task;

import org.graalvm.nativeimage.hosted.Feature;
import org.graalvm.nativeimage.hosted.RuntimeSystemProperties;

/**
 * In native executables, lets platform threads watch the sockets that virtual threads wait for. By default (JDK 25, Linux)
 * virtual threads do, and one of them may sleep for ever: it asks to be woken, then calls a static method of the class that is
 * just being initialised by the first reader, and in an executable waiting for that takes the same permit as waking it gives. Its
 * sockets are never read again (oracle/graal 13787). A JVM keeps the two apart and never loads this.
 */
public final class PlatformPollers implements Feature {

    /** Read by {@code sun.nio.ch.Poller}; 1 is platform threads. */
    private static final String MODE = "jdk.pollerMode";

    @Override
    public String getDescription() {
        return "Virtual threads that wait for sockets are woken by platform threads";
    }

    @Override
    public void beforeAnalysis(BeforeAnalysisAccess access) {
        RuntimeSystemProperties.register(MODE, "1");
    }
}
