package dev.rechat.runlog.mysql;

import dev.rechat.persistence.database.Statement;
import dev.rechat.runlog.RunLogUnavailableException;
import dev.rechat.runlog.Tenant;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The months of the tables of run logs: makes those to come, and lets whole ones go. Where a server takes no partitions there are
 * none, and nothing is made or let go here.
 */
@Singleton
public class RunLogPartitions {

    private static final Logger LOG = LoggerFactory.getLogger(RunLogPartitions.class);

    /** Runs go first: what is left of a month that was let go halfway belongs to no run, and goes the next time. */
    static final List<String> TABLES = List.of("workflow_runs", "workflow_node_executions", "workflow_app_logs");

    private static final String REST = "p_rest";

    private static final int MONTHS_AHEAD = 3;

    private final RunLogDatabase database;
    private final Clock clock;

    RunLogPartitions(RunLogDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param end the first day that is no longer in it; null in what takes the rest */
    private record Partition(String name, Optional<LocalDate> end) {}

    /**
     * Makes the months up to some ahead. Records that lie in what takes the rest are moved into theirs; where maintenance is done
     * in time there are none.
     *
     * @return how many partitions were made; 0 where there is nothing to do
     * @throws RunLogUnavailableException when the account may not alter tables
     */
    public int prepare() {
        int made = 0;
        for (String table : TABLES) {
            made += prepare(table);
        }
        return made;
    }

    private int prepare(String table) {
        List<Partition> partitions = of(table);
        if (partitions.stream().noneMatch(partition -> partition.name().equals(REST))) {
            return 0;
        }
        YearMonth last = YearMonth.from(now()).plusMonths(MONTHS_AHEAD);
        YearMonth next = partitions.stream()
                .flatMap(partition -> partition.end().stream())
                .max(LocalDate::compareTo)
                .map(YearMonth::from)
                .orElseGet(() -> oldest(table));
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = next; !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(month);
        }
        if (months.isEmpty()) {
            return 0;
        }
        String pieces = months.stream()
                .map(month -> "PARTITION " + name(month) + " VALUES LESS THAN ('"
                        + month.plusMonths(1).atDay(1) + " 00:00:00'), ")
                .collect(Collectors.joining());
        database.change(new Statement()
                .add("ALTER TABLE " + table + " REORGANIZE PARTITION " + REST + " INTO (" + pieces + "PARTITION " + REST
                        + " VALUES LESS THAN (MAXVALUE))"));
        return months.size();
    }

    /** The month of the oldest record, or this one. No month may lie before those that there are, so it is made first. */
    private YearMonth oldest(String table) {
        return database.read(
                        new Statement().add("SELECT MIN(created_at) AS oldest FROM " + table),
                        row -> Optional.ofNullable(Table.time(row, "oldest")))
                .getFirst()
                .map(time -> YearMonth.from(LocalDate.ofInstant(time, ZoneOffset.UTC)))
                .orElseGet(() -> YearMonth.from(now()));
    }

    /**
     * Lets the months go that are over before a time and in which nobody else has a record. An account that may not do so keeps
     * them; their records go in batches.
     *
     * @return which, as {@code 2026-01}
     */
    List<String> drop(Tenant tenant, Instant before) {
        LocalDate end = LocalDate.ofInstant(before, ZoneOffset.UTC);
        List<String> gone = new ArrayList<>();
        for (String table : TABLES) {
            for (Partition partition : of(table)) {
                boolean over =
                        partition.end().filter(last -> !last.isAfter(end)).isPresent();
                if (over && !others(table, partition, tenant) && drop(table, partition)) {
                    gone.add(partition
                            .end()
                            .orElseThrow()
                            .minusMonths(1)
                            .toString()
                            .substring(0, 7));
                }
            }
        }
        return gone.stream().distinct().sorted().toList();
    }

    private boolean drop(String table, Partition partition) {
        try {
            database.change(new Statement().add("ALTER TABLE " + table + " DROP PARTITION " + partition.name()));
            return true;
        } catch (RunLogUnavailableException refused) {
            LOG.warn("{} of {} cannot be let go at once: {}", partition.name(), table, refused.getMessage());
            return false;
        }
    }

    private boolean others(String table, Partition partition, Tenant tenant) {
        for (String sign : List.of("<", ">")) {
            boolean found = database.first(
                            new Statement()
                                    .add(
                                            "SELECT 1 FROM " + table + " PARTITION (" + partition.name()
                                                    + ") FORCE INDEX (" + table + "_time) WHERE tenant_id " + sign
                                                    + " ? LIMIT 1",
                                            tenant.id()),
                            row -> row.getInt(1))
                    .isPresent();
            if (found) {
                return true;
            }
        }
        return false;
    }

    /** In order; none where the server keeps the table in one piece. */
    private List<Partition> of(String table) {
        return database.read(
                new Statement()
                        .add(
                                "SELECT partition_name AS name, partition_description AS until"
                                        + " FROM information_schema.partitions WHERE table_schema = DATABASE()"
                                        + " AND table_name = ? AND partition_name IS NOT NULL"
                                        + " ORDER BY partition_ordinal_position",
                                table),
                row -> new Partition(row.getString("name"), end(row.getString("until"))));
    }

    /** The server tells {@code '2026-12-01 00:00:00'} with its quotes, or {@code MAXVALUE}. */
    private static Optional<LocalDate> end(String told) {
        return told.equals("MAXVALUE")
                ? Optional.empty()
                : Optional.of(LocalDate.parse(told.replace("'", "").substring(0, 10)));
    }

    private static String name(YearMonth month) {
        return "p" + month.toString().replace("-", "");
    }

    private LocalDate now() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
