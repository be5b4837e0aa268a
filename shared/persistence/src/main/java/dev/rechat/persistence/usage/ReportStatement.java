package dev.rechat.persistence.usage;

import dev.rechat.persistence.database.Statement;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A statement over the sums or the ledger, put together from fixed pieces. Which index is said and not left to the server's
 * guess, and every condition that is not there is no condition.
 */
final class ReportStatement {

    private final Statement statement = new Statement();

    ReportStatement append(String piece, Object... values) {
        statement.add(piece, values);
        return this;
    }

    /** @param index of the table, without its name; PRIMARY where the days alone decide */
    ReportStatement from(String table, String index, UsageFilter filter) {
        append(" FROM " + table + " FORCE INDEX (" + (index.equals("PRIMARY") ? index : table + "_" + index) + ")");
        append(" WHERE day BETWEEN ? AND ?", filter.from(), filter.to());
        if (filter.app() != null) {
            append(" AND app_id = ?", filter.app());
        }
        if (filter.user() != null) {
            append(" AND user_id = ?", filter.user());
        }
        return this;
    }

    /** Only what belongs to these groups; the lists of single values are what an index can be read by. */
    ReportStatement within(Set<UsageDimension> by, Collection<UsageGroup> groups) {
        for (UsageDimension dimension : by) {
            List<String> distinct = groups.stream()
                    .map(group -> group.value(dimension))
                    .distinct()
                    .toList();
            append(" AND " + dimension.column + " IN (" + marks(distinct.size()) + ")", distinct.toArray());
        }
        if (by.size() > 1) {
            String tuple = "(" + marks(by.size()) + ")";
            append(" AND (" + columns(by) + ") IN (" + String.join(", ", Collections.nCopies(groups.size(), tuple))
                    + ")");
            groups.forEach(group -> by.forEach(dimension -> append("", group.value(dimension))));
        }
        return this;
    }

    /** After a group, in the order of the keys. Columns of a group only, so it may stand before the groups are made. */
    ReportStatement after(Set<UsageDimension> by, UsageGroup group) {
        int open = 0;
        List<UsageDimension> left = List.copyOf(by);
        for (UsageDimension dimension : left) {
            String value = group.value(dimension);
            String beyond = dimension.column + (dimension.descending ? " < ?" : " > ?");
            boolean last = dimension == left.getLast();
            append("(" + beyond, value);
            open++;
            if (!last) {
                append(" OR (" + dimension.column + " = ? AND ", value);
                open++;
            }
        }
        return append(")".repeat(open));
    }

    ReportStatement order(Set<UsageDimension> by) {
        return append(by.stream()
                .map(dimension -> dimension.column + (dimension.descending ? " DESC" : ""))
                .collect(Collectors.joining(", ")));
    }

    static String columns(Set<UsageDimension> by) {
        return by.stream().map(dimension -> dimension.column).collect(Collectors.joining(", "));
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    String sql() {
        return statement.sql();
    }

    void fill(PreparedStatement prepared) throws SQLException {
        statement.fill(prepared);
    }
}
