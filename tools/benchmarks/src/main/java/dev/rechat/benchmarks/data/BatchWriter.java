package dev.rechat.benchmarks.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Statements of many rows each, for servers that take no LOAD DATA LOCAL; several times slower. */
final class BatchWriter implements RowWriter {

    private static final int ROWS = 1_000;

    private final PreparedStatement statement;
    private int held;

    BatchWriter(Connection connection, Table table) throws SQLException {
        this.statement = connection.prepareStatement("INSERT INTO " + table.name() + " (" + table.columns()
                + ") VALUES (" + String.join(", ", Collections.nCopies(table.width(), "?")) + ")");
    }

    @Override
    public void row(@Nullable Object... values) {
        try {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, RowText.value(values[i]));
            }
            statement.addBatch();
            if (++held == ROWS) {
                send();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the database refuses rows", failed);
        }
    }

    private void send() throws SQLException {
        statement.executeBatch();
        held = 0;
    }

    @Override
    public void close() throws SQLException {
        try (statement) {
            if (held > 0) {
                send();
            }
        }
    }
}
