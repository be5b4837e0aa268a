package dev.rechat.benchmarks.runlog;

import dev.rechat.maintenance.runlog.tidy.Cleanup;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.payload.PayloadStore;
import dev.rechat.runlog.store.RunLogStore;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lets the oldest month of a store go as maintenance does: its first days in batches, all that is left of it at once. */
final class LettingGo {

    static final double GOAL = 100_000;

    /** With less, a second is hardly begun. */
    static final long LEAST = 100_000;

    private static final Duration DAYS_IN_BATCHES = Duration.ofDays(2);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<RecordType> KINDS =
            List.of(RecordType.WORKFLOW_RUNS, RecordType.NODE_EXECUTIONS, RecordType.APP_LOGS);

    private final RunHouse house;
    private final PayloadStore files;
    private final Sheet sheet;
    private final List<String> goals = new ArrayList<>();

    LettingGo(RunHouse house, PayloadStore files, Sheet sheet) {
        this.house = house;
        this.files = files;
        this.sheet = sheet;
    }

    void of(RunLogStore store) {
        Tenant tenant = house.owner().tenant();
        Optional<YearMonth> oldest = oldest(store, tenant);
        if (oldest.isEmpty() || !oldest.get().isBefore(house.lodger().since())) {
            goals.add("%s: not measured: the months that nobody else is in have gone already"
                    .formatted(store.name().wire()));
            return;
        }
        Instant start = RunHouse.start(oldest.get());
        Instant end = RunHouse.start(oldest.get().plusMonths(1));
        inBatches(store, tenant, start.plus(DAYS_IN_BATCHES));
        atOnce(store, tenant, end);
    }

    private void inBatches(RunLogStore store, Tenant tenant, Instant before) {
        Cleanup cleanup = new Cleanup(store, List.of(), files, tenant, before, false);
        long begin = System.nanoTime();
        while (cleanup.next() && System.nanoTime() - begin < PATIENCE.toNanos()) {}
        long took = System.nanoTime() - begin;
        long removed = cleanup.report().removed();
        sheet.put("letting go in batches of 1,000: records, seconds", store.name(), amount(removed, took));
        sheet.rate("letting go in batches of 1,000, records/s", store.name(), removed, took);
    }

    private void atOnce(RunLogStore store, Tenant tenant, Instant before) {
        long records = KINDS.stream()
                .mapToLong(type -> store.transfer().count(type, tenant, TimeRange.before(before)))
                .sum();
        Cleanup cleanup = new Cleanup(store, List.of(), files, tenant, before, false);
        long begin = System.nanoTime();
        while (cleanup.next()) {}
        long took = System.nanoTime() - begin;
        String what = "letting go of a month at once";
        sheet.put(what + ": records, seconds", store.name(), amount(records, took));
        sheet.rate(what + ", records/s", store.name(), records, took);
        long left = KINDS.stream()
                .mapToLong(type -> store.transfer().count(type, tenant, TimeRange.before(before)))
                .sum();
        if (left > 0 || cleanup.report().months().isEmpty()) {
            throw new IllegalStateException("the month did not go at once: %s left, %s went"
                    .formatted(left, cleanup.report().months()));
        }
        goals.add(goal(store.name().wire(), records, took));
    }

    static String goal(String store, long records, long nanos) {
        if (records < LEAST) {
            return String.format(
                    Locale.ROOT,
                    "%s: the goal is set for %,d records, of which a month here has %,d",
                    store,
                    LEAST,
                    records);
        }
        double rate = Sheet.perSecond(records, nanos);
        return String.format(
                Locale.ROOT,
                "%s: %,.0f records/s let go at once, goal at least %,.0f: %s",
                store,
                rate,
                GOAL,
                rate >= GOAL ? "kept" : "**missed**");
    }

    List<String> goals() {
        return List.copyOf(goals);
    }

    private static String amount(long records, long nanos) {
        return String.format(Locale.ROOT, "%,d in %.1f", records, nanos / 1e9);
    }

    private static Optional<YearMonth> oldest(RunLogStore store, Tenant tenant) {
        return store.transfer().read(RecordType.WORKFLOW_RUNS, tenant, TimeRange.ALL, null, 1).runs().stream()
                .findFirst()
                .map(run -> YearMonth.from(run.createdAt().atZone(ZoneOffset.UTC)));
    }
}
