package dev.rechat.testing.database;

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

/**
 * One running server under a guard: a shell that holds a pipe from this JVM. When the pipe closes, for whatever reason
 * (exit, SIGTERM, SIGKILL), the guard kills the server and removes its directory.
 */
final class ServerProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** The guard says nothing once the server runs: nobody may be left to read it, and it has to live on. */
    private static final String GUARD = """
            directory=$1; shift
            trap : HUP INT TERM
            exec 3<&0
            "$@" </dev/null 3<&- &
            server=$!
            exec >/dev/null 2>&1
            {
              word=
              read -r word <&3
              if [ "$word" = stop ]; then kill -TERM "$server"
              else : >"$directory/gone"; kill -KILL "$server"; fi
            } &
            while kill -0 "$server" 2>/dev/null; do wait "$server"; done
            if [ -e "$directory/gone" ]; then rm -rf "$directory"; fi
            """;

    private final Process guard;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

    private ServerProcess(Process guard) {
        this.guard = guard;
    }

    /** Returns when the server accepts connections. */
    static ServerProcess start(Installation installation, Path directory, Path data, int port) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("sh", "-c", GUARD, "rechat-test-database", directory.toString()));
        command.addAll(installation.command(directory, data, port));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LD_LIBRARY_PATH", installation.libraries().toString());
        builder.environment()
                .put("DYLD_FALLBACK_LIBRARY_PATH", installation.libraries().toString());
        ServerProcess server = new ServerProcess(builder.start());
        // Not a virtual one: waiting for a pipe, it would keep its carrier, on a small machine one of two.
        Thread.ofPlatform().daemon().name("test-database-log").start(server::readLog);
        server.awaitReady();
        return server;
    }

    private void readLog() {
        try (BufferedReader lines = guard.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                keep(line);
                if (line.contains("ready for connections")) {
                    ready.complete(true);
                }
            }
        } catch (IOException e) {
            keep("The log ended: " + e.getMessage());
        }
        ready.complete(false);
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

    private void awaitReady() throws IOException {
        try {
            if (ready.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
            throw new IOException("The database server ended instead of starting:\n" + log());
        } catch (TimeoutException e) {
            kill();
            throw new IOException("The database server is not ready after " + PATIENCE + ":\n" + log(), e);
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the database server starts", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets the server write everything down; the data directory stays. */
    void stop() throws IOException {
        guard.outputWriter(StandardCharsets.US_ASCII).append("stop\n").flush();
        awaitEnd();
    }

    /** Ends the server at once and removes its directory. */
    void kill() throws IOException {
        guard.getOutputStream().close();
        awaitEnd();
    }

    private void awaitEnd() throws IOException {
        try {
            if (!guard.waitFor(PATIENCE)) {
                throw new IOException("The database server does not end:\n" + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the database server ends", e);
        }
    }
}
