package dev.rechat.benchmarks.data;

import dev.rechat.testing.database.Schema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A session that loads: it checks neither foreign keys nor, where the server has another way, unique keys, because the
 * generator keeps both; the tests ask whether it does.
 */
public final class LoadingConnection implements AutoCloseable {

    private final Connection connection;
    private final boolean infile;

    private LoadingConnection(Connection connection) throws SQLException {
        this.connection = connection;
        this.infile = "1".equals(value("SELECT @@GLOBAL.local_infile"));
    }

    public static LoadingConnection to(Schema schema) throws SQLException {
        String options = schema.jdbcUrl().contains("?") ? "&" : "?";
        Connection connection = DriverManager.getConnection(
                schema.jdbcUrl() + options + "allowLoadLocalInfile=true&rewriteBatchedStatements=true"
                        + "&characterEncoding=UTF-8&sessionVariables=unique_checks=0,foreign_key_checks=0",
                schema.username(),
                schema.password());
        return new LoadingConnection(connection);
    }

    public RowWriter writer(Table table) throws SQLException {
        return infile ? new InfileWriter(connection, table) : new BatchWriter(connection, table);
    }

    public String way() {
        return infile ? "LOAD DATA LOCAL" : "inserts of many rows";
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public String value(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
