package dev.rechat.benchmarks.data;

import com.mysql.cj.jdbc.JdbcStatement;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * LOAD DATA LOCAL out of memory, some megabytes at a time: while the server takes in one piece, the next is made.
 * The connection must allow it ({@code allowLoadLocalInfile}), and so must the server ({@code local_infile}).
 */
final class InfileWriter implements RowWriter {

    private static final int PIECE = 8 * 1024 * 1024;

    private final Connection connection;
    private final String sql;
    private final StringBuilder piece = new StringBuilder(PIECE + PIECE / 8);
    private CompletableFuture<Void> sent = CompletableFuture.completedFuture(null);

    InfileWriter(Connection connection, Table table) {
        this.connection = connection;
        // the name is of no file: the driver is given a stream
        this.sql = "LOAD DATA LOCAL INFILE 'rows' INTO TABLE " + table.name() + " CHARACTER SET utf8mb4 ("
                + table.columns() + ")";
    }

    @Override
    public void row(@Nullable Object... values) {
        RowText.append(piece, values);
        if (piece.length() > PIECE) {
            send();
        }
    }

    private void send() {
        sent.join();
        byte[] bytes = piece.toString().getBytes(StandardCharsets.UTF_8);
        piece.setLength(0);
        sent = CompletableFuture.runAsync(() -> load(bytes));
    }

    private void load(byte[] bytes) {
        try (Statement statement = connection.createStatement()) {
            statement.unwrap(JdbcStatement.class).setLocalInfileInputStream(new ByteArrayInputStream(bytes));
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new CompletionException(failed);
        }
    }

    @Override
    public void close() throws SQLException {
        if (!piece.isEmpty()) {
            send();
        }
        sent.join();
    }
}
