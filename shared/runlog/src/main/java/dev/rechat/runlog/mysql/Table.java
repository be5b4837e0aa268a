package dev.rechat.runlog.mysql;

import dev.rechat.persistence.database.Statement;
import dev.rechat.runlog.RecordKey;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How records of one kind lie in their table.
 *
 * @param columns the id first, then the tenant
 * @param values of a record, in the order of the columns
 * @param time the column by which records stand in order
 * @param fixed the columns that a later write leaves as they are
 * @param ended the values of {@code status} that a copy leaves as they are; empty where there is no such rule
 */
record Table<T>(
        String name,
        List<String> columns,
        Function<T, List<? extends @Nullable Object>> values,
        RunLogDatabase.Reading<T> reading,
        Function<T, RecordKey> key,
        Function<T, Tenant> tenant,
        String time,
        List<String> fixed,
        List<String> ended) {

    private static final int MOST_PARAMETERS = 20_000;

    Statement select() {
        return new Statement().add("SELECT " + list() + " FROM " + name);
    }

    Statement select(Tenant owner, String index) {
        return new Statement()
                .add(
                        "SELECT " + list() + " FROM " + name + " FORCE INDEX (" + index + ") WHERE tenant_id = ?",
                        owner.id());
    }

    Statement byIds(Tenant owner, String column, Collection<String> ids) {
        return select().add(" WHERE tenant_id = ? AND " + column + " IN ", owner.id())
                .addList(ids);
    }

    /** One after another in the order of keys. */
    Statement walk(Tenant owner, TimeRange range, @Nullable RecordKey after, int limit) {
        Statement statement = within(select(owner, name + "_time"), range);
        if (after != null) {
            // the first condition is all that a server understands when it chooses partitions
            statement.add(
                    " AND " + time + " >= ? AND (" + time + " > ? OR id > ?)",
                    after.createdAt(),
                    after.createdAt(),
                    after.id());
        }
        return statement.add(" ORDER BY " + time + ", id LIMIT ?", limit);
    }

    Statement within(Statement statement, TimeRange range) {
        return statement.addIf(" AND " + time + " >= ?", range.start()).addIf(" AND " + time + " < ?", range.end());
    }

    /** How many records one statement writes at most, whatever the number of columns. */
    int most() {
        return MOST_PARAMETERS / columns.size();
    }

    /**
     * @param rows not empty
     * @param guarded whether what has ended stays ended
     */
    Statement upsert(List<? extends List<? extends @Nullable Object>> rows, boolean guarded) {
        Statement statement = new Statement().add("INSERT INTO " + name + " (" + list() + ") VALUES ");
        String between = "";
        for (List<? extends @Nullable Object> row : rows) {
            statement.add(between).addRow(row);
            between = ", ";
        }
        String taken = ended.stream().map(state -> "'" + state + "'").collect(Collectors.joining(", ", "(", ")"));
        String keep = "status IN " + taken + " AND VALUES(status) NOT IN " + taken;
        // assignments are done from left to right, and the condition is about the status as it was: it comes last
        String assignments = columns.stream()
                .filter(column -> !fixed.contains(column))
                .sorted((left, right) -> Boolean.compare(left.equals("status"), right.equals("status")))
                .map(column -> guarded && !ended.isEmpty()
                        ? column + " = IF(" + keep + ", " + column + ", VALUES(" + column + "))"
                        : column + " = VALUES(" + column + ")")
                .collect(Collectors.joining(", "));
        return statement.add(" ON DUPLICATE KEY UPDATE ").add(assignments.isEmpty() ? "id = id" : assignments);
    }

    private String list() {
        return String.join(", ", columns);
    }

    static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var found = row.getTimestamp(column);
        return found == null ? null : found.toInstant();
    }

    /** Of a column that is never null. */
    static Instant sureTime(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
