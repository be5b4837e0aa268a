package dev.rechat.benchmarks.data;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Takes the rows of one table; what is still held when it is closed is written then. */
public interface RowWriter extends AutoCloseable {

    /** The values of the table's columns in order: text, numbers, truth, moments, nulls. */
    void row(@Nullable Object... values);

    @Override
    void close() throws SQLException;
}
