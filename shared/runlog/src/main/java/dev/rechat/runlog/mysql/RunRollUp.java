package dev.rechat.runlog.mysql;

import dev.rechat.persistence.database.Statement;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Figures of runs by quarters of an hour and of their nodes by days, by whole days of UTC. A day is counted when it is over; a
 * write to one of its runs, or to a node of one, forgets that it was, in the same transaction, so that figures never say other
 * than rows. A day of which rows have been let go is closed and keeps its figures.
 */
@Singleton
public class RunRollUp {

    /** A day that has just ended still gets the ends of its last runs. */
    private static final Duration SETTLED = Duration.ofHours(1);

    private static final Duration ALMOST_A_DAY = Duration.ofDays(1).minusNanos(1);

    private static final String DAYS = "workflow_run_rolled_days";

    private final RunLogDatabase database;
    private final NodeRollUp nodes;
    private final Clock clock;

    RunRollUp(RunLogDatabase database, NodeRollUp nodes, Clock clock) {
        this.database = database;
        this.nodes = nodes;
        this.clock = clock;
    }

    /**
     * Counts days that are over, the oldest first.
     *
     * @param most how many days
     * @return how many were counted; fewer than {@code most} when there are no more
     */
    public int roll(Tenant tenant, int most) {
        LocalDate today = LocalDate.ofInstant(clock.instant().minus(SETTLED), ZoneOffset.UTC);
        return roll(tenant, today, most);
    }

    /** Counts the days before one. */
    private int roll(Tenant tenant, LocalDate end, int most) {
        int rolled = 0;
        Set<LocalDate> known = knownNodes(tenant, TimeRange.ALL);
        Optional<LocalDate> day = next(tenant, Instant.EPOCH);
        while (day.isPresent() && day.get().isBefore(end) && rolled < most) {
            if (!known.contains(day.get()) && rollUnlessKnown(tenant, day.get(), false)) {
                rolled++;
            }
            day = next(tenant, start(day.get().plusDays(1)));
        }
        return rolled;
    }

    /** Counts all days up to a time, that day too, and keeps their figures as they are: their rows are about to go. */
    void close(Tenant tenant, Instant before) {
        Optional<LocalDate> day = next(tenant, Instant.EPOCH);
        while (day.isPresent() && start(day.get()).isBefore(before)) {
            LocalDate closing = day.get();
            rollUnlessKnown(tenant, closing, true);
            day = next(tenant, start(closing.plusDays(1)));
        }
    }

    /** These days are counted from their rows from now on. Part of the transaction that writes the rows, and before them. */
    void forget(Tenant tenant, Collection<LocalDate> days) {
        database.change(new Statement()
                .add("DELETE FROM " + DAYS + " WHERE tenant_id = ? AND NOT closed AND day IN ", tenant.id())
                .addList(days));
    }

    /** The days that are known, from one on and before another. */
    Set<LocalDate> known(Tenant tenant, LocalDate from, LocalDate until) {
        return Set.copyOf(database.read(
                new Statement()
                        .add(
                                "SELECT day FROM " + DAYS + " WHERE tenant_id = ? AND day BETWEEN ? AND ?",
                                tenant.id(),
                                from,
                                until),
                row -> LocalDate.parse(row.getString(1))));
    }

    /** The days of which nodes are known, too, and which lie within a range to their ends. */
    SortedSet<LocalDate> knownNodes(Tenant tenant, TimeRange range) {
        Instant from = range.start();
        Instant until = range.end();
        Statement statement =
                new Statement().add("SELECT day FROM " + DAYS + " WHERE tenant_id = ? AND nodes", tenant.id());
        if (from != null) {
            // a day that has begun before is not whole
            statement.add(" AND day >= ?", LocalDate.ofInstant(from.plus(ALMOST_A_DAY), ZoneOffset.UTC));
        }
        if (until != null) {
            statement.add(" AND day < ?", LocalDate.ofInstant(until, ZoneOffset.UTC));
        }
        return new TreeSet<>(database.read(statement, row -> LocalDate.parse(row.getString(1))));
    }

    /**
     * The days of these runs are counted from their rows from now on, for their nodes change. Part of the transaction that changes
     * those, and before it.
     *
     * @param days those of the nodes themselves: that of a run which is only just being written is most likely among them
     */
    void forgetNodes(Tenant tenant, Collection<LocalDate> days, Collection<String> runIds) {
        Set<LocalDate> all = new TreeSet<>(days);
        all.addAll(nodes.days(tenant, runIds));
        if (!all.isEmpty()) {
            forget(tenant, all);
        }
    }

    private Optional<LocalDate> next(Tenant tenant, Instant from) {
        return database.read(
                        new Statement()
                                .add(
                                        "SELECT MIN(created_at) FROM workflow_runs FORCE INDEX (workflow_runs_time)"
                                                + " WHERE tenant_id = ? AND created_at >= ?",
                                        tenant.id(),
                                        from),
                        row -> Optional.ofNullable(Table.time(row, "MIN(created_at)"))
                                .map(time -> LocalDate.ofInstant(time, ZoneOffset.UTC)))
                .getFirst();
    }

    private boolean rollUnlessKnown(Tenant tenant, LocalDate day, boolean closing) {
        return database.transaction(() -> {
            // who writes to a run of this day waits here, or is waited for
            boolean unknown = database.change(new Statement()
                            .add("INSERT IGNORE INTO " + DAYS + " (tenant_id, day, closed) VALUES ")
                            .addRow(List.of(tenant.id(), day, closing)))
                    == 1;
            if (closing) {
                database.change(new Statement()
                        .add(
                                "UPDATE " + DAYS + " SET closed = TRUE WHERE tenant_id = ? AND day = ?",
                                tenant.id(),
                                day));
            }
            boolean unknownNodes = database.change(new Statement()
                            .add(
                                    "UPDATE " + DAYS
                                            + " SET nodes = TRUE WHERE tenant_id = ? AND day = ? AND NOT nodes",
                                    tenant.id(),
                                    day))
                    == 1;
            if (unknown) {
                rollRuns(tenant, day);
            }
            if (unknownNodes) {
                nodes.roll(tenant, day);
            }
            return unknown || unknownNodes;
        });
    }

    private void rollRuns(Tenant tenant, LocalDate day) {
        database.change(new Statement()
                .add(
                        "DELETE FROM workflow_run_quarters WHERE tenant_id = ? AND quarter >= ? AND quarter < ?",
                        tenant.id(),
                        start(day),
                        start(day.plusDays(1))));
        database.change(new Statement()
                .add(
                        "INSERT INTO workflow_run_quarters"
                                + " (tenant_id, quarter, app_id, triggered_from, created_by, runs, tokens)"
                                + " SELECT tenant_id, TIMESTAMPADD(MINUTE,"
                                + " TIMESTAMPDIFF(MINUTE, '1970-01-01', created_at) DIV 15 * 15, '1970-01-01') AS q,"
                                + " app_id, triggered_from, created_by, COUNT(*), SUM(total_tokens)"
                                + " FROM workflow_runs FORCE INDEX (workflow_runs_time)"
                                + " WHERE tenant_id = ? AND created_at >= ? AND created_at < ?"
                                + " GROUP BY tenant_id, q, app_id, triggered_from, created_by",
                        tenant.id(),
                        start(day),
                        start(day.plusDays(1))));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
