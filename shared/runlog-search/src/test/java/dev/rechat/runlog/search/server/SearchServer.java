package dev.rechat.runlog.search.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A real server on the class path that its module wrote down, one for all tests of this JVM, under a guard that kills it and
 * removes its directory when the JVM is gone, however it went. What cannot be started fails the test that wants it.
 */
public final class SearchServer {

    private static final int PATIENCE_SECONDS = 120;
    private static final Pattern LISTENS = Pattern.compile("HttpServerTransport.*publish_address \\{([^}]+)}");
    private static final Map<Product, SearchServer> RUNNING = new EnumMap<>(Product.class);

    private static final String GUARD = """
            directory=$1; shift
            trap : HUP INT TERM
            exec 3<&0
            "$@" </dev/null 3<&- &
            server=$!
            exec >/dev/null 2>&1
            read -r word <&3
            kill -KILL "$server"
            wait "$server"
            rm -rf "$directory"
            """;

    private final CompletableFuture<URI> address = new CompletableFuture<>();
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final Process guard;

    private SearchServer(Process guard) {
        this.guard = guard;
    }

    /** Where it is, running. */
    public static URI of(Product product) {
        synchronized (RUNNING) {
            return RUNNING.computeIfAbsent(product, SearchServer::start).await();
        }
    }

    private static SearchServer start(Product product) {
        try {
            Path directory = Files.createTempDirectory("rechat-" + product.module() + "-");
            Path settings = directory.resolve("node_1/config/" + product.module() + ".yml");
            Files.createDirectories(settings.getParent());
            Files.writeString(settings, """
                    discovery.type: single-node
                    network.host: 127.0.0.1
                    transport.port: 0
                    """);
            List<String> command = List.of(
                    "sh",
                    "-c",
                    GUARD,
                    "rechat-test-" + product.module(),
                    directory.toString(),
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    classPath(product),
                    product.main(),
                    "-basePath",
                    directory.toString(),
                    "-clusterName",
                    "rechat-" + ProcessHandle.current().pid(),
                    "-numOfNode",
                    "1",
                    // It takes the first port after this one that nobody listens on.
                    "-baseHttpPort",
                    Long.toString(9200 + ProcessHandle.current().pid() % 90));
            SearchServer server = new SearchServer(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
            // Not a virtual one: waiting for a pipe, it would keep its carrier.
            Thread.ofPlatform()
                    .daemon()
                    .name("test-" + product.module() + "-log")
                    .start(server::readLog);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException("the test server cannot be started", failure);
        }
    }

    private static String classPath(Product product) throws IOException {
        Path file = Path.of("../../tools", product.module(), "target/class-path.txt");
        if (!Files.exists(file)) {
            throw new IOException(file + " is missing: it is written by mvn package of tools/" + product.module());
        }
        return Files.readString(file).strip();
    }

    private void readLog() {
        try (BufferedReader lines = guard.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                keep(line);
                Matcher listens = LISTENS.matcher(line);
                if (listens.find()) {
                    address.complete(URI.create("http://" + listens.group(1)));
                }
            }
        } catch (IOException failure) {
            keep("The log ended: " + failure.getMessage());
        }
        address.completeExceptionally(new IOException("the test server ended instead of starting:\n" + log()));
    }

    private synchronized void keep(String line) {
        lastLines.addLast(line);
        if (lastLines.size() > 40) {
            lastLines.removeFirst();
        }
    }

    private synchronized String log() {
        return String.join("\n", lastLines);
    }

    private URI await() {
        try {
            return address.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the test server cannot be started", failure.getCause());
        } catch (TimeoutException slow) {
            guard.destroy();
            throw new IllegalStateException("the test server is not ready in time:\n" + log(), slow);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the test server starts", interrupted);
        }
    }
}
