package dev.rechat.persistence.usage;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.UserId;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reports of the sums, told apart by any of day, app and person. A page by key costs what it shows where it is told apart by
 * day, app and person, else what lies between its days.
 */
@Singleton
public class UsageReports {

    private static final String DAILY = "usage_daily";

    private static final String TALLIES = "usage_tallies";

    private static final String SUMS =
            "SUM(turns) AS sum_turns, SUM(completed), SUM(stopped), SUM(failed) AS sum_failed,"
                    + " SUM(interrupted), SUM(paused), SUM(prompt_tokens), SUM(completion_tokens),"
                    + " SUM(total_tokens) AS sum_total_tokens, SUM(price) AS sum_price";

    private final JdbcOperations jdbc;

    UsageReports(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * At most so many rows after a place.
     *
     * @param by not empty, in the order of the dimensions
     * @param after null to begin at the beginning
     */
    @Connectable
    public List<UsageSums> page(
            UsageFilter filter, Set<UsageDimension> by, UsageSort sort, @Nullable UsagePlace after, int limit) {
        String columns = ReportStatement.columns(by);
        var query =
                new ReportStatement().append("SELECT " + columns + ", " + SUMS).from(DAILY, index(filter), filter);
        if (after != null && sort == UsageSort.KEY) {
            query.append(" AND ").after(by, after.group());
        }
        query.append(" GROUP BY " + columns);
        if (after != null && sort != UsageSort.KEY) {
            query.append(
                            " HAVING (" + sort.alias + " < ? OR (" + sort.alias + " = ? AND ",
                            after.value(),
                            after.value())
                    .after(by, after.group())
                    .append("))");
        }
        query.append(" ORDER BY ");
        if (sort != UsageSort.KEY) {
            query.append(sort.alias + " DESC, ");
        }
        query.order(by).append(" LIMIT ?", limit);
        return read(query, rows -> new UsageSums(group(rows, by), figures(rows, by.size())));
    }

    /** All of it as one row; empty when there is nothing. */
    @Connectable
    public List<UsageSums> total(UsageFilter filter) {
        var query = new ReportStatement()
                .append("SELECT " + SUMS)
                .from(DAILY, index(filter), filter)
                .append(" HAVING COUNT(*) > 0");
        return read(query, rows -> new UsageSums(new UsageGroup(null, null, null), figures(rows, 0)));
    }

    /** How many people and how many apps there are in it. */
    @Connectable
    public List<Long> breadth(UsageFilter filter) {
        var query = new ReportStatement()
                .append("SELECT COUNT(DISTINCT user_id), COUNT(DISTINCT app_id)")
                .from(DAILY, index(filter), filter);
        return read(query, rows -> List.of(rows.getLong(1), rows.getLong(2))).getFirst();
    }

    /** What these rows have cost, by currency. @param groups not empty */
    @Connectable
    public List<UsageCost> costs(UsageFilter filter, Set<UsageDimension> by, Collection<UsageGroup> groups) {
        String columns = ReportStatement.columns(by) + (by.isEmpty() ? "" : ", ");
        var query = new ReportStatement()
                .append("SELECT " + columns + "currency, SUM(price)")
                .from(DAILY, index(filter, by), filter)
                .within(by, groups)
                .append(" GROUP BY " + columns + "currency ORDER BY " + columns + "currency");
        return read(
                query,
                rows -> new UsageCost(
                        group(rows, by), rows.getString(by.size() + 1), rows.getBigDecimal(by.size() + 2)));
    }

    /** Where the turns of these rows fell. @param groups not empty */
    @Connectable
    public List<UsageCount> counts(UsageFilter filter, Set<UsageDimension> by, Collection<UsageGroup> groups) {
        String columns = ReportStatement.columns(by) + (by.isEmpty() ? "" : ", ");
        var query = new ReportStatement()
                .append("SELECT " + columns + "measure, bucket, SUM(turns)")
                .from(TALLIES, index(filter, by), filter)
                .within(by, groups)
                .append(" GROUP BY " + columns + "measure, bucket ORDER BY " + columns + "measure, bucket");
        return read(
                query,
                rows -> new UsageCount(
                        group(rows, by),
                        rows.getString(by.size() + 1),
                        rows.getString(by.size() + 2),
                        rows.getLong(by.size() + 3)));
    }

    /** The sums as they are kept, in the order of their keys, the earliest day first. @param after null for the beginning */
    @Connectable
    public List<DailyUsage> days(UsageFilter filter, @Nullable UsageDay after, int limit) {
        var query = new ReportStatement()
                .append("SELECT day, app_id, user_id, currency, turns, completed, stopped, failed, interrupted, paused,"
                        + " prompt_tokens, completion_tokens, total_tokens, price")
                .from(DAILY, index(filter), filter);
        if (after != null) {
            query.append(
                    " AND day >= ? AND (day > ? OR app_id > ? OR (app_id = ? AND (user_id > ? OR (user_id = ?"
                            + " AND currency > ?))))",
                    after.day(),
                    after.day(),
                    after.app(),
                    after.app(),
                    after.user(),
                    after.user(),
                    after.currency());
        }
        query.append(" ORDER BY day, app_id, user_id, currency LIMIT ?", limit);
        return read(query, rows -> {
            var day = new UsageDay(
                    LocalDate.parse(rows.getString(1)),
                    AppId.of(rows.getString(2)),
                    UserId.of(rows.getString(3)),
                    rows.getString(4));
            return new DailyUsage(day, figures(rows, 4));
        });
    }

    private static String index(UsageFilter filter) {
        return index(filter, Set.of());
    }

    /** A person's rows are few; an app's are many, but less than all. */
    private static String index(UsageFilter filter, Set<UsageDimension> listed) {
        if (filter.user() != null || listed.contains(UsageDimension.USER)) {
            return "user";
        }
        return filter.app() != null ? "app" : "PRIMARY";
    }

    private static UsageGroup group(ResultSet rows, Set<UsageDimension> by) throws SQLException {
        LocalDate day = null;
        AppId app = null;
        UserId user = null;
        int column = 0;
        for (UsageDimension dimension : by) {
            String value = rows.getString(++column);
            switch (dimension) {
                case DAY -> day = LocalDate.parse(value);
                case APP -> app = AppId.of(value);
                case USER -> user = UserId.of(value);
            }
        }
        return new UsageGroup(day, app, user);
    }

    private static UsageFigures figures(ResultSet rows, int before) throws SQLException {
        return new UsageFigures(
                rows.getLong(before + 1),
                rows.getLong(before + 2),
                rows.getLong(before + 3),
                rows.getLong(before + 4),
                rows.getLong(before + 5),
                rows.getLong(before + 6),
                rows.getLong(before + 7),
                rows.getLong(before + 8),
                rows.getLong(before + 9),
                rows.getBigDecimal(before + 10));
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> read(ReportStatement query, Reading<T> reading) {
        return jdbc.prepareStatement(query.sql(), statement -> {
            try (statement) {
                query.fill(statement);
                try (ResultSet rows = statement.executeQuery()) {
                    List<T> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(reading.read(rows));
                    }
                    return List.copyOf(found);
                }
            }
        });
    }
}
