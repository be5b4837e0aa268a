package dev.rechat.benchmarks.relay;

import dev.rechat.local.database.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The embedded database server, started here so that its counters can be read; empty at the start. */
final class Database implements AutoCloseable {

    private static final String PASSWORD = "of-a-benchmark";

    private final EmbeddedDatabase server;

    private Database(EmbeddedDatabase server) {
        this.server = server;
    }

    static Database start(Path directory, Consumer<String> progress) throws IOException, SQLException {
        Database database = new Database(EmbeddedDatabase.in(directory, PASSWORD, progress::accept));
        database.server.start();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE rechat");
            statement.execute("CREATE DATABASE rechat CHARACTER SET utf8mb4");
        }
        return database;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), PASSWORD);
    }

    /** For the product, in place of a database of its own. */
    Map<String, String> environment() {
        return Map.of(
                "DATASOURCES_DEFAULT_URL",
                server.jdbcUrl(),
                "DATASOURCES_DEFAULT_USERNAME",
                server.user(),
                "DATASOURCES_DEFAULT_PASSWORD",
                PASSWORD);
    }

    /** What the server has been asked to do so far. */
    Statements statements() throws SQLException {
        Map<String, Long> counters = new HashMap<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW GLOBAL STATUS WHERE Variable_name IN"
                        + " ('Com_insert', 'Com_update', 'Com_delete', 'Com_commit', 'Com_select', 'Com_set_option',"
                        + " 'Questions')")) {
            while (rows.next()) {
                counters.put(rows.getString(1), rows.getLong(2));
            }
        }
        return new Statements(
                counters.getOrDefault("Com_insert", 0L),
                counters.getOrDefault("Com_update", 0L),
                counters.getOrDefault("Com_delete", 0L),
                counters.getOrDefault("Com_commit", 0L),
                counters.getOrDefault("Com_select", 0L),
                counters.getOrDefault("Com_set_option", 0L),
                counters.getOrDefault("Questions", 0L));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
