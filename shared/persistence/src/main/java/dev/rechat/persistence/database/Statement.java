package dev.rechat.persistence.database;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement put together from fixed pieces; whatever comes from outside is a parameter. */
public final class Statement {

    private final StringBuilder sql = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

    /** A fixed piece, with a value for each of its question marks. */
    public Statement add(String piece, Object... pieceValues) {
        sql.append(piece);
        Collections.addAll(values, pieceValues);
        return this;
    }

    /** {@code (?, ?, …)}, as a row of values, some of which may be null. */
    public Statement addRow(List<? extends @Nullable Object> row) {
        sql.append('(')
                .append(String.join(", ", Collections.nCopies(row.size(), "?")))
                .append(')');
        values.addAll(row);
        return this;
    }

    /** A fixed piece, where there is something to narrow by. */
    public Statement addIf(String piece, @Nullable Object value) {
        return value == null ? this : add(piece, value);
    }

    /** {@code (?, ?, …)} */
    public Statement addList(Collection<?> listed) {
        sql.append('(')
                .append(String.join(", ", Collections.nCopies(listed.size(), "?")))
                .append(')');
        values.addAll(listed);
        return this;
    }

    public String sql() {
        return sql.toString();
    }

    public void fill(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            switch (values.get(i)) {
                case null -> statement.setNull(i + 1, Types.VARCHAR);
                case Instant time -> statement.setTimestamp(i + 1, Timestamp.from(time));
                case Integer number -> statement.setInt(i + 1, number);
                case Long number -> statement.setLong(i + 1, number);
                case BigDecimal number -> statement.setBigDecimal(i + 1, number);
                case Boolean truth -> statement.setBoolean(i + 1, truth);
                case Object text -> statement.setString(i + 1, text.toString());
            }
        }
    }
}
