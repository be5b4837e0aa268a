package dev.rechat.benchmarks.history;

import dev.rechat.testing.database.Schema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The server's count of pages that it did not find in its buffer pool. */
final class DiskReads implements AutoCloseable {

    private final Connection connection;
    private final Statement statement;

    DiskReads(Schema schema) throws SQLException {
        connection = DriverManager.getConnection(schema.jdbcUrl(), schema.username(), schema.password());
        statement = connection.createStatement();
    }

    long count() throws SQLException {
        return number("SHOW GLOBAL STATUS LIKE 'Innodb_buffer_pool_reads'", 2);
    }

    long bufferPoolMib() throws SQLException {
        return number("SELECT @@GLOBAL.innodb_buffer_pool_size", 1) / (1024 * 1024);
    }

    String version() throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT VERSION()")) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Of this schema's tables and indexes. */
    long mib() throws SQLException {
        return number(
                "SELECT SUM(data_length + index_length) DIV 1048576 FROM information_schema.tables"
                        + " WHERE table_schema = DATABASE()",
                1);
    }

    private long number(String sql, int column) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(column);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
