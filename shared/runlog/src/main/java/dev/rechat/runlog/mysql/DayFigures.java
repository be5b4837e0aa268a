package dev.rechat.runlog.mysql;

import dev.rechat.persistence.database.Statement;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.statistics.StatisticsQuery;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs, people and tokens by the days of a zone. Where days begin is worked out here, with the zone's rules of their time, so the
 * server's tables of zones are not asked. What the roll-up knows comes from there, all else from the rows: days of UTC that are not
 * known, and the ends of the range that are no whole quarters.
 */
@Singleton
class DayFigures {

    private static final long QUARTER = 900;

    private final RunLogDatabase database;
    private final RunRollUp rollUp;

    DayFigures(RunLogDatabase database, RunRollUp rollUp) {
        this.database = database;
        this.rollUp = rollUp;
    }

    /** @param people at least one */
    record Day(LocalDate date, long runs, long people, long tokens) {}

    /** One stretch of time that is read from one of the two. */
    private record Stretch(boolean rolled, Instant start, Instant end) {}

    /** In order; days without runs are absent. */
    List<Day> of(StatisticsQuery query) {
        Optional<TimeRange> bounds = bounds(query);
        if (bounds.isEmpty()) {
            return List.of();
        }
        Instant start = bounds.get().start();
        Instant end = bounds.get().end();
        if (start == null || end == null || !start.isBefore(end)) {
            return List.of();
        }
        ZoneId zone = query.zone();
        LocalDate first = LocalDate.ofInstant(start, zone);
        LocalDate last = LocalDate.ofInstant(end, zone);
        String beginnings = first.datesUntil(last.plusDays(1))
                .map(day -> String.valueOf(day.atStartOfDay(zone).toEpochSecond()))
                .collect(Collectors.joining(", "));
        Statement statement = new Statement()
                .add("SELECT INTERVAL(moment, " + beginnings + ") AS nth, COUNT(DISTINCT person) AS people,"
                        + " SUM(runs) AS runs, SUM(tokens) AS tokens FROM (");
        String between = "";
        for (Stretch stretch : stretches(query, start, end)) {
            add(statement.add(between), query, stretch);
            between = " UNION ALL ";
        }
        statement.add(") AS pieces GROUP BY nth ORDER BY nth");
        return database.read(
                statement,
                row -> new Day(
                        first.plusDays(row.getLong("nth") - 1),
                        row.getLong("runs"),
                        row.getLong("people"),
                        row.getLong("tokens")));
    }

    private static void add(Statement statement, StatisticsQuery query, Stretch stretch) {
        String time = stretch.rolled() ? "quarter" : "created_at";
        statement
                .add("SELECT TIMESTAMPDIFF(SECOND, '1970-01-01', " + time + ") AS moment, created_by AS person, "
                        + (stretch.rolled()
                                ? "runs, tokens FROM workflow_run_quarters"
                                : "1 AS runs, total_tokens AS tokens FROM workflow_runs FORCE INDEX ("
                                        + (query.appId() == null ? "workflow_runs_time" : "workflow_runs_app") + ")"))
                .add(
                        " WHERE tenant_id = ? AND triggered_from = ?",
                        query.tenant().id(),
                        query.triggeredFrom().wire())
                .addIf(" AND app_id = ?", query.appId())
                .add(" AND " + time + " >= ? AND " + time + " < ?", stretch.start(), stretch.end());
    }

    private List<Stretch> stretches(StatisticsQuery query, Instant start, Instant end) {
        LocalDate first = LocalDate.ofInstant(start, ZoneOffset.UTC);
        LocalDate last = LocalDate.ofInstant(end, ZoneOffset.UTC);
        Set<LocalDate> known = rollUp.known(query.tenant(), first, last);
        // the range in whole quarters; what stands over at its ends is read from rows
        Instant quarters = Instant.ofEpochSecond(-Math.floorDiv(-start.getEpochSecond(), QUARTER) * QUARTER);
        if (quarters.isBefore(start)) {
            quarters = quarters.plusSeconds(QUARTER);
        }
        Instant quartersEnd = Instant.ofEpochSecond(Math.floorDiv(end.getEpochSecond(), QUARTER) * QUARTER);
        List<Stretch> stretches = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            Instant dayStart = later(start, day.atStartOfDay(ZoneOffset.UTC).toInstant());
            Instant dayEnd =
                    earlier(end, day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
            Instant rolledStart = later(dayStart, quarters);
            Instant rolledEnd = earlier(dayEnd, quartersEnd);
            if (known.contains(day) && rolledStart.isBefore(rolledEnd)) {
                add(stretches, new Stretch(false, dayStart, rolledStart));
                add(stretches, new Stretch(true, rolledStart, rolledEnd));
                add(stretches, new Stretch(false, rolledEnd, dayEnd));
            } else {
                add(stretches, new Stretch(false, dayStart, dayEnd));
            }
        }
        return stretches;
    }

    /** Stretches that meet and are read alike are one. */
    private static void add(List<Stretch> stretches, Stretch next) {
        if (!next.start().isBefore(next.end())) {
            return;
        }
        Stretch before = stretches.isEmpty() ? null : stretches.getLast();
        if (before != null && before.rolled() == next.rolled() && before.end().equals(next.start())) {
            stretches.removeLast();
            stretches.add(new Stretch(next.rolled(), before.start(), next.end()));
        } else {
            stretches.add(next);
        }
    }

    /** The range that was asked for, no wider than what there is. */
    private Optional<TimeRange> bounds(StatisticsQuery query) {
        String tenant = query.tenant().id();
        List<@Nullable Instant> found = new ArrayList<>();
        for (String[] source : new String[][] {{"created_at", "workflow_runs"}, {"quarter", "workflow_run_quarters"}}) {
            for (String bound : new String[] {"MIN", "MAX"}) {
                found.add(database.read(
                                new Statement()
                                        .add(
                                                "SELECT " + bound + "(" + source[0] + ") AS bound FROM " + source[1]
                                                        + " WHERE tenant_id = ?",
                                                tenant),
                                row -> Optional.ofNullable(Table.time(row, "bound")))
                        .getFirst()
                        .orElse(null));
            }
        }
        Instant oldest = earliest(found.get(0), found.get(2));
        Instant newest = latest(found.get(1), found.get(3));
        if (oldest == null || newest == null) {
            return Optional.empty();
        }
        Instant start = query.range().start();
        Instant end = query.range().end();
        // a quarter of an hour more, so that the newest record, or all of the newest quarter, lies within
        Instant beyond = newest.plusSeconds(QUARTER);
        start = start == null ? oldest : later(start, oldest);
        end = end == null ? beyond : earlier(end, beyond);
        return start.isBefore(end) ? Optional.of(new TimeRange(start, end)) : Optional.empty();
    }

    private static @Nullable Instant earliest(@Nullable Instant left, @Nullable Instant right) {
        return left == null ? right : right == null ? left : earlier(left, right);
    }

    private static @Nullable Instant latest(@Nullable Instant left, @Nullable Instant right) {
        return left == null ? right : right == null ? left : later(left, right);
    }

    private static Instant later(Instant left, Instant right) {
        return left.isAfter(right) ? left : right;
    }

    private static Instant earlier(Instant left, Instant right) {
        return left.isBefore(right) ? left : right;
    }
}
