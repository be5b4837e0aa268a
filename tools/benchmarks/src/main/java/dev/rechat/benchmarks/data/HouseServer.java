package dev.rechat.benchmarks.data;

import dev.rechat.local.database.EmbeddedDatabase;
import dev.rechat.testing.database.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;

/** The embedded MariaDB with both houses side by side, in a directory that is kept. Started when made. */
public final class HouseServer implements AutoCloseable {

    private static final String PASSWORD = "of-a-benchmark";

    private final EmbeddedDatabase server;

    private HouseServer(EmbeddedDatabase server) {
        this.server = server;
    }

    /**
     * Starts the server on what the directory holds.
     *
     * @param bufferPool as the server's option has it: {@code 1G}
     */
    public static HouseServer start(Path directory, String bufferPool, Consumer<String> progress) throws IOException {
        List<String> options = List.of(
                "--innodb-buffer-pool-size=" + bufferPool,
                // a checkpoint every few megabytes, as a laptop's 32M bring, is not what servers do
                "--innodb-log-file-size=1G",
                "--innodb-flush-log-at-trx-commit=2",
                "--innodb-print-all-deadlocks=OFF");
        HouseServer started =
                new HouseServer(EmbeddedDatabase.in(directory.toAbsolutePath(), PASSWORD, options, progress::accept));
        Runtime.getRuntime().addShutdownHook(new Thread(started::closeQuietly, "stop-house"));
        started.server.start();
        return started;
    }

    /** All of the house. */
    public Schema large() {
        return new Schema(server.jdbcUrl(), server.user(), PASSWORD);
    }

    /** The sample of its people. */
    public Schema small() {
        return new Schema(server.jdbcUrl().replace("/rechat?", "/rechat_small?"), server.user(), PASSWORD);
    }

    /** Empty schemas in place of whatever there was. */
    void makeEmpty() throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), PASSWORD);
                Statement statement = connection.createStatement()) {
            for (String name : List.of("rechat", "rechat_small")) {
                statement.execute("DROP DATABASE IF EXISTS " + name);
                statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void closeQuietly() {
        try {
            close();
        } catch (IOException failed) { // the process ends: there is nobody left to tell but the terminal
            System.err.println("The database could not be ended: " + failed);
        }
    }
}
