package dev.rechat.local.doctor;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** A real nginx before a server on this machine, set up as somebody might have done it. */
final class Nginx implements AutoCloseable {

    private static final String CONFIGURATION = """
            master_process off;
            daemon off;
            pid nginx.pid;
            error_log stderr notice;
            events { worker_connections 64; }
            http {
              access_log off;
              client_body_temp_path body;
              proxy_temp_path proxy;
              fastcgi_temp_path fastcgi;
              uwsgi_temp_path uwsgi;
              scgi_temp_path scgi;
              types { }
              server {
                listen 127.0.0.1:%d;
                location / {
                  proxy_pass http://%s;
                  proxy_set_header Host $host;
                  %s
                }
              }
            }
            """;

    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts one; whoever has none sees the test skipped.
     *
     * @param target whom it is before; host and port count
     * @param directives what stands in its location beside {@code proxy_pass}
     */
    static Nginx before(URI target, String directives, Path directory) throws IOException {
        Path executable = find().orElseGet(() -> {
            String lacking = "this machine lacks nginx (Debian: apt-get install nginx-light)";
            return "1".equals(System.getenv("RECHAT_NO_SKIP")) ? fail(lacking) : abort(lacking);
        });
        int port = freePort();
        Path file = Files.writeString(
                directory.resolve("nginx.conf"), CONFIGURATION.formatted(port, target.getAuthority(), directives));
        Process process = new ProcessBuilder(
                        executable.toString(), "-p", directory.toString(), "-c", file.toString(), "-e", "stderr")
                .redirectErrorStream(true)
                .start();
        awaitListening(process.inputReader(StandardCharsets.UTF_8));
        return new Nginx(process, port);
    }

    private static Optional<Path> find() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream((path + File.pathSeparator + "/usr/sbin").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** It listens before it says how it will wait for events. */
    private static void awaitListening(BufferedReader output) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.contains("event method")) {
                // Not a virtual one: waiting for a pipe, it would keep its carrier.
                Thread.ofPlatform().daemon().start(() -> drain(output));
                return;
            }
        }
        throw new IOException("nginx does not start: " + said);
    }

    /** A full pipe would stop it. */
    private static void drain(BufferedReader output) {
        try (output) {
            output.transferTo(Writer.nullWriter());
        } catch (IOException _) {
            // It has ended, and its pipe with it.
        }
    }

    /** Its own address with this path. */
    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
