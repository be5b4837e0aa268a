package dev.rechat.testing.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs MySQL's own program to its end. */
final class MySqlCheck {

    private MySqlCheck() {}

    /** @throws DatabaseUnavailableException if the program is missing or a library it wants is */
    static void runs(Path server) {
        if (!Files.isExecutable(server)) {
            throw new DatabaseUnavailableException("No MySQL server program at " + server);
        }
        try {
            Path output = Files.createTempFile("rechat-mysql", ".log");
            try {
                if (exitCode(List.of(server.toString(), "--no-defaults", "--version"), output) != 0) {
                    throw new DatabaseUnavailableException("MySQL does not run here. It wants the library libaio"
                            + " (Debian: apt-get install libaio1). It said:\n" + Files.readString(output));
                }
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int exitCode(List<String> command, Path output) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + command.getFirst(), e);
        }
    }
}
