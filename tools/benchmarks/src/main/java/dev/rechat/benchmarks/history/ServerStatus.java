package dev.rechat.benchmarks.history;

import dev.rechat.testing.database.Schema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The server's own counters and settings. */
final class ServerStatus implements AutoCloseable {

    private final Connection connection;
    private final Statement statement;

    ServerStatus(Schema schema) throws SQLException {
        connection = DriverManager.getConnection(schema.jdbcUrl(), schema.username(), schema.password());
        statement = connection.createStatement();
    }

    /** How many pages have been looked at so far, and how many were not in the buffer pool. */
    Pages pages() throws SQLException {
        long looked = 0;
        long read = 0;
        try (ResultSet rows = statement.executeQuery("SHOW GLOBAL STATUS WHERE Variable_name IN"
                + " ('Innodb_buffer_pool_read_requests', 'Innodb_buffer_pool_reads')")) {
            while (rows.next()) {
                if (rows.getString(1).equalsIgnoreCase("Innodb_buffer_pool_reads")) {
                    read = rows.getLong(2);
                } else {
                    looked = rows.getLong(2);
                }
            }
        }
        return new Pages(looked, read);
    }

    long bufferPoolMib() throws SQLException {
        return number("SELECT @@GLOBAL.innodb_buffer_pool_size") / (1024 * 1024);
    }

    String version() throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT VERSION()")) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Of this schema's tables and indexes. */
    long mib() throws SQLException {
        return number("SELECT SUM(data_length + index_length) DIV 1048576 FROM information_schema.tables"
                + " WHERE table_schema = DATABASE()");
    }

    private long number(String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
