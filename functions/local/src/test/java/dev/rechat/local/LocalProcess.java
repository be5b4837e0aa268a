package dev.rechat.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server as a process of its own, started the way {@code ./rechat run} starts it or as an executable. */
public final class LocalProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Pattern READY = Pattern.compile("ReChat is ready: (\\S+)");

    private final Process process;
    private final StringBuffer output = new StringBuffer();
    private final CompletableFuture<String> url = new CompletableFuture<>();
    private final Map<String, CompletableFuture<String>> awaited = new ConcurrentHashMap<>();
    private final Thread reader;

    private LocalProcess(Process process) {
        this.process = process;
        reader = Thread.ofPlatform().daemon().start(this::read);
    }

    static LocalProcess start(Map<String, String> environment, String... arguments) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return start(java(classPath, "dev.rechat.local.LocalServer"), environment, arguments);
    }

    /** The words that start a main class. */
    public static List<String> java(String classPath, String mainClass) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // One that waits for anything but the network or a lock would stop all others: nobody else may take
                // over.
                "-Djdk.virtualThreadScheduler.parallelism=1",
                "-Djdk.virtualThreadScheduler.maxPoolSize=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath,
                mainClass);
    }

    /** @param program the words that start it */
    public static LocalProcess start(List<String> program, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("DATASOURCES_") || name.startsWith("RECHAT_"));
        builder.environment().putAll(environment);
        return new LocalProcess(builder.start());
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                awaited.forEach(this::completeWhenSeen);
                Matcher ready = READY.matcher(line);
                if (ready.find()) {
                    url.complete(ready.group(1));
                }
            }
        } catch (IOException closed) {
            output.append(closed);
        }
        AssertionError ended = new AssertionError("it ended before that:\n" + output);
        url.completeExceptionally(ended);
        awaited.values().forEach(seen -> seen.completeExceptionally(ended));
    }

    private void completeWhenSeen(String text, CompletableFuture<String> seen) {
        if (output.indexOf(text) >= 0) {
            seen.complete(text);
        }
    }

    /** Waits until it has written this. */
    void awaitOutput(String text) throws Exception {
        CompletableFuture<String> seen = awaited.computeIfAbsent(text, key -> new CompletableFuture<>());
        completeWhenSeen(text, seen);
        seen.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Waits until requests are answered. */
    public String url() throws Exception {
        return url.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    public String output() {
        return output.toString();
    }

    long pid() {
        return process.pid();
    }

    /** Everything that it has started and that still runs. */
    List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    /** As a service manager does. By its handle: {@link Process#destroy()} would close its output, too. */
    public void terminate() {
        process.toHandle().destroy();
    }

    /** As the kernel does when memory is short; the guard of its database with it. */
    void kill(boolean withGuard) {
        List<ProcessHandle> started = descendants();
        process.destroyForcibly();
        if (withGuard) {
            started.stream()
                    .filter(handle -> handle.info().command().orElse("").matches(".*/(ba|da)?sh"))
                    .forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** Waits for its end, and for the last line of its output. */
    public int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE)) {
            throw new AssertionError("it does not end:\n" + output);
        }
        if (!reader.join(PATIENCE)) {
            throw new AssertionError("something it started keeps its output open:\n" + output);
        }
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        List<ProcessHandle> started = descendants();
        process.destroy();
        if (!process.waitFor(Duration.ofSeconds(60))) {
            process.destroyForcibly();
        }
        started.forEach(ProcessHandle::destroyForcibly);
    }
}
