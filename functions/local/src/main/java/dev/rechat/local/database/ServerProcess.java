package dev.rechat.local.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running server under a guard: a shell that holds a pipe from this JVM. When the pipe closes, for whatever reason
 * (stop, exit, SIGKILL), the guard asks the server to end in order.
 */
final class ServerProcess implements Child {

    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int LINES_KEPT = 20;

    private static final String GUARD = """
            pidfile=$1; shift
            trap : HUP INT TERM
            exec 3<&0
            "$@" </dev/null 3<&- &
            server=$!
            echo "$server" >"$pidfile"
            { read -r word <&3; kill -TERM "$server"; } >/dev/null 2>&1 &
            reader=$!
            while kill -0 "$server" 2>/dev/null; do wait "$server"; done
            kill "$reader" 2>/dev/null
            rm -f "$pidfile"
            """;

    private final Process guard;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private volatile boolean stopping;

    private ServerProcess(Process guard) {
        this.guard = guard;
    }

    /** Returns at once; whoever gets it must {@link #stop()} it. */
    static ServerProcess launch(
            MariaDbProgram program, Path data, Path accounts, Path pidFile, int port, List<String> options)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", GUARD, "rechat-database", pidFile.toString()));
        command.addAll(arguments(program, data, accounts, port));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        program.addLibraries(builder);
        ServerProcess server = new ServerProcess(builder.start());
        // Not a virtual one: waiting for a pipe, it would keep its carrier, on a small machine one of two.
        Thread.ofPlatform().daemon().name("database-log").start(server::readLog);
        return server;
    }

    private static List<String> arguments(MariaDbProgram program, Path data, Path accounts, int port) {
        List<String> arguments = new ArrayList<>(List.of(
                program.server().toString(),
                "--no-defaults",
                "--basedir=" + program.base(),
                "--lc-messages-dir=" + program.base().resolve("share"),
                "--datadir=" + data,
                "--tmpdir=" + program.base().resolveSibling("tmp"),
                "--init-file=" + accounts,
                "--bind-address=127.0.0.1",
                "--port=" + port,
                // none: its path could be longer than the 107 bytes a socket's name may have
                "--socket=",
                "--skip-name-resolve",
                "--skip-log-bin",
                // MariaDB 11.4 would make itself a certificate at each start: seconds of computing for the loopback
                "--skip-ssl",
                "--default-time-zone=+00:00",
                "--character-set-server=utf8mb4",
                "--max-allowed-packet=64M",
                "--innodb-buffer-pool-size=128M",
                "--innodb-log-file-size=32M",
                "--performance-schema=OFF"));
        if ("root".equals(System.getProperty("user.name"))) {
            arguments.add("--user=root");
        }
        return arguments;
    }

    private void readLog() {
        try (BufferedReader lines = guard.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                keep(line);
                if (line.contains("ready for connections")) {
                    ready.complete(true);
                }
            }
        } catch (IOException closed) {
            keep("the log ended: " + closed.getMessage());
        }
        if (!ready.complete(false) && !stopping) {
            LOG.error("the embedded database has ended by itself:\n{}", log());
        }
    }

    private synchronized void keep(String line) {
        lastLines.addLast(line);
        if (lastLines.size() > LINES_KEPT) {
            lastLines.removeFirst();
        }
    }

    private synchronized String log() {
        return String.join("\n", lastLines);
    }

    /** Returns when the server accepts connections. */
    void awaitReady() throws IOException {
        try {
            if (ready.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
            throw new IOException("the server ended instead of starting:\n" + log());
        } catch (TimeoutException slow) {
            throw new IOException("the server is not ready after " + PATIENCE.toSeconds() + " s:\n" + log(), slow);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the server starts", stopped);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Lets the server write everything down first. */
    @Override
    public void stop() throws IOException {
        stopping = true;
        guard.getOutputStream().close();
        try {
            if (!guard.waitFor(PATIENCE)) {
                throw new IOException("the server does not end:\n" + log());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the server ends", stopped);
        }
    }
}
