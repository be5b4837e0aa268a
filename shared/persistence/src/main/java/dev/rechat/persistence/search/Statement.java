package dev.rechat.persistence.search;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement put together from fixed pieces; whatever comes from outside is a parameter. */
final class Statement {

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /** A fixed piece, with a value for each of its question marks. */
    Statement add(String piece, Object... pieceValues) {
        sql.append(piece);
        Collections.addAll(values, pieceValues);
        return this;
    }

    /** A fixed piece, where there is something to narrow by. */
    Statement addIf(String piece, @Nullable Object value) {
        return value == null ? this : add(piece, value);
    }

    /** {@code (?, ?, …)} */
    Statement addList(Collection<?> listed) {
        sql.append('(')
                .append(String.join(", ", Collections.nCopies(listed.size(), "?")))
                .append(')');
        values.addAll(listed);
        return this;
    }

    String sql() {
        return sql.toString();
    }

    void fill(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            switch (values.get(i)) {
                case Instant time -> statement.setTimestamp(i + 1, Timestamp.from(time));
                case Integer number -> statement.setInt(i + 1, number);
                case Object text -> statement.setString(i + 1, text.toString());
            }
        }
    }
}
