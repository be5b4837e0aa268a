package dev.rechat.benchmarks.relay;

import dev.rechat.benchmarks.process.Program;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** nginx before the same Dify, set up to pass each event on at once: the floor, since it neither parses nor stores. */
final class Nginx implements AutoCloseable {

    private static final String CONFIGURATION = """
            %suser root root;
            worker_processes auto;
            worker_rlimit_nofile 16384;
            pid %s/nginx.pid;
            error_log %s/nginx-error.log;
            events { worker_connections 8192; }
            http {
              access_log off;
              client_body_temp_path %s/nginx-body;
              proxy_temp_path %s/nginx-proxy;
              fastcgi_temp_path %s/nginx-fastcgi;
              uwsgi_temp_path %s/nginx-uwsgi;
              scgi_temp_path %s/nginx-scgi;
              upstream dify { server %s:%d; keepalive 2048; }
              server {
                listen 127.0.0.1:%d backlog=4096;
                location / {
                  proxy_pass %s://dify;
                  proxy_http_version 1.1;
                  proxy_set_header Host %s;
                  proxy_set_header Connection "";
                  proxy_ssl_server_name on;
                  proxy_ssl_name %s;
                  proxy_buffering off;
                  proxy_read_timeout 600s;
                }
              }
            }
            """;

    private final Program program;
    private final URI uri;

    private Nginx(Program program, URI uri) {
        this.program = program;
        this.uri = uri;
    }

    /** Empty when there is none on the PATH. */
    static Optional<Path> find() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream((path + File.pathSeparator + "/usr/sbin").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param dify whose path stays as it is */
    static Nginx start(Path executable, URI dify, Path directory) throws IOException, InterruptedException {
        int port = freePort();
        boolean encrypted = "https".equals(dify.getScheme());
        int difyPort = dify.getPort() > 0 ? dify.getPort() : encrypted ? 443 : 80;
        String configuration = CONFIGURATION.formatted(
                "root".equals(System.getProperty("user.name")) ? "" : "# ",
                directory,
                directory,
                directory,
                directory,
                directory,
                directory,
                directory,
                dify.getHost(),
                difyPort,
                port,
                dify.getScheme(),
                dify.getAuthority(),
                dify.getHost());
        Path file = Files.writeString(directory.resolve("nginx.conf"), configuration);
        Program program = Program.start(
                List.of(executable.toString(), "-p", directory.toString(), "-c", file.toString(), "-g", "daemon off;"),
                Map.of(),
                directory.resolve("nginx.log"),
                "it never says so");
        awaitListening(port);
        return new Nginx(program, URI.create("http://127.0.0.1:" + port + dify.getPath()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitListening(int port) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try (Socket connected = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                if (attempt == 100) {
                    throw new IOException("nginx does not start", notYet);
                }
                Thread.sleep(50);
            }
        }
    }

    URI uri() {
        return uri;
    }

    List<Long> pids() {
        return program.pids();
    }

    @Override
    public void close() {
        program.close();
    }
}
