package dev.rechat.testing.database;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Server programs ready to run.
 *
 * @param command the server and the options only this kind of server knows
 * @param libraries where the dynamic linker finds what the server brought along
 * @param template an initialised data directory; it is copied, never run
 */
record Installation(List<String> command, Path libraries, Path template) {

    Installation {
        command = List.copyOf(command);
    }

    /** Tuned to be quick with data nobody will miss: nothing waits for the disk. */
    List<String> command(Path directory, Path data, int port) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(
                "--datadir=" + data,
                "--tmpdir=" + directory,
                "--socket=" + directory.resolve("s.sock"),
                "--pid-file=" + directory.resolve("server.pid"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--init-file=" + directory.resolve("init.sql"),
                "--skip-name-resolve",
                "--default-time-zone=+00:00",
                "--character-set-server=utf8mb4",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-doublewrite=OFF",
                "--innodb-buffer-pool-size=64M",
                "--performance-schema=OFF",
                "--max-connections=200"));
        if (runsAsRoot()) {
            all.add("--user=root");
        }
        return all;
    }

    /** The same with further options, which win over those before. */
    Installation with(List<String> options) {
        List<String> all = new ArrayList<>(command);
        all.addAll(options);
        return new Installation(all, libraries, template);
    }

    /** Both servers refuse to run as root unless told to. */
    static boolean runsAsRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
