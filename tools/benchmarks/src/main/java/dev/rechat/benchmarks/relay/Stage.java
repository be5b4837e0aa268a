package dev.rechat.benchmarks.relay;

import dev.rechat.benchmarks.load.LoadGenerator;
import dev.rechat.benchmarks.paced.PacedDify;
import dev.rechat.benchmarks.process.Program;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every process that takes part; closing it ends them all. */
final class Stage implements AutoCloseable {

    /** Small: it is to leave memory and processor to the others. */
    private static final List<String> DIFY_JVM = List.of("-XX:+UseSerialGC", "-Xmx256m");

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final LoadGenerator generator;
    private final @Nullable Program pacedDify;
    private final DifyTarget dify;
    private final @Nullable Nginx nginx;
    private final Database database;
    private final Product product;

    private Stage(Path directory, List<String> jvm, @Nullable DifyTarget given, Consumer<String> progress)
            throws Exception {
        // Ctrl-C, too, is to leave no process behind
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeQuietly, "stop"));
        boolean set = false;
        try {
            generator = open(new LoadGenerator());
            Path work = open(new WorkDirectory(Files.createTempDirectory("rechat-bench")))
                    .path();
            pacedDify = given == null ? open(startPacedDify(directory)) : null;
            dify = pacedDify == null ? Objects.requireNonNull(given) : addressOf(pacedDify);
            Optional<Path> executable = Nginx.find();
            nginx = executable.isPresent() ? open(Nginx.start(executable.get(), dify.url(), work)) : null;
            if (nginx == null) {
                progress.accept("nginx is not installed: no floor to compare with.");
            }
            database = open(Database.start(Files.createDirectories(directory.resolve("database")), progress));
            product = open(Product.start(jvm, database, dify.url(), dify.key(), directory, work));
            set = true;
        } finally {
            if (!set) {
                close();
            }
        }
    }

    /** @param directory for logs and what is kept between runs */
    static Stage set(Path directory, List<String> jvm, @Nullable DifyTarget given, Consumer<String> progress)
            throws Exception {
        return new Stage(directory, jvm, given, progress);
    }

    private static Program startPacedDify(Path directory) throws IOException {
        return Program.start(
                Program.java(DIFY_JVM, PacedDify.class.getName()),
                Map.of(),
                directory.resolve("dify.log"),
                PacedDify.READY);
    }

    private static DifyTarget addressOf(Program pacedDify) throws IOException, InterruptedException {
        String line = pacedDify.awaitReady();
        return new DifyTarget(URI.create(line.substring(PacedDify.READY.length())), "app-paced");
    }

    private synchronized <T extends AutoCloseable> T open(T resource) {
        opened.push(resource);
        return resource;
    }

    LoadGenerator generator() {
        return generator;
    }

    /** Whether events carry their send times. */
    boolean paced() {
        return pacedDify != null;
    }

    DifyTarget dify() {
        return dify;
    }

    List<Long> difyPids() {
        return pacedDify == null ? List.of() : List.of(pacedDify.pid());
    }

    @Nullable
    Nginx nginx() {
        return nginx;
    }

    Database database() {
        return database;
    }

    Product product() {
        return product;
    }

    @Override
    public synchronized void close() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }

    private void closeQuietly() {
        try {
            close();
        } catch (Exception failed) { // the process ends: there is nobody left to tell but the terminal
            System.err.println("Not everything could be ended: " + failed);
        }
    }

    private record WorkDirectory(Path path) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
