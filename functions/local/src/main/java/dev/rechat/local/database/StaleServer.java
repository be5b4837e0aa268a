package dev.rechat.local.database;

import dev.rechat.local.start.Progress;
import dev.rechat.local.start.StartProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The database server of an instance that was killed together with the guard that would have ended it. */
final class StaleServer {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private StaleServer() {}

    /**
     * Ends it in order and waits for that, so that its data directory is free.
     *
     * @param pidFile written when it was started; it may be missing, or name a process that is none of ours
     */
    static void end(Path pidFile, Path data, Progress progress) throws IOException {
        Optional<ProcessHandle> stale = running(pidFile, data);
        if (stale.isPresent()) {
            progress.tell("Ending the database server that a killed instance left behind (process %d)…"
                    .formatted(stale.get().pid()));
            stale.get().destroy();
            await(stale.get());
        }
        Files.deleteIfExists(pidFile);
    }

    private static Optional<ProcessHandle> running(Path pidFile, Path data) throws IOException {
        if (Files.notExists(pidFile)) {
            return Optional.empty();
        }
        String pid = Files.readString(pidFile).strip();
        if (!pid.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(pid)).filter(process -> worksOn(process, data));
    }

    /** A process number is used again; the command line tells whether it is the server of this directory. */
    private static boolean worksOn(ProcessHandle process, Path data) {
        return process.info().commandLine().orElse("").contains("--datadir=" + data);
    }

    private static void await(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stays) {
            throw new StartProblem(
                    "Process %d, a database server on our data directory, does not end. End it, then start again."
                            .formatted(process.pid()),
                    stays);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StartProblem("Stopped while waiting for an old database server to end", stopped);
        }
    }
}
