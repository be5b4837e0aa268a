package dev.rechat.benchmarks.runlog;

import dev.rechat.maintenance.runlog.compare.ComparisonReport;
import dev.rechat.maintenance.runlog.compare.ComparisonWish;
import dev.rechat.maintenance.runlog.compare.RunLogComparison;
import dev.rechat.maintenance.runlog.move.MoveReport;
import dev.rechat.maintenance.runlog.move.MoveWatch;
import dev.rechat.maintenance.runlog.move.MoveWish;
import dev.rechat.maintenance.runlog.move.RunLogMove;
import dev.rechat.maintenance.runlog.tidy.Cleanup;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.payload.PayloadStore;
import dev.rechat.runlog.store.RunLogStore;
import dev.rechat.runlog.store.StoreName;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Moves all of the small tenant from the database to the search server while its runs go on, and looks whether all came. */
final class Moving {

    private static final int BATCH = 1_000;
    private static final int SAMPLE = 2_000;
    private static final Instant EVER = Instant.parse("2100-01-01T00:00:00Z");
    private static final List<RecordType> KINDS =
            List.of(RecordType.WORKFLOW_RUNS, RecordType.NODE_EXECUTIONS, RecordType.APP_LOGS);

    private final Stores stores;
    private final RunLogStore from;
    private final RunLogStore to;
    private final Dweller live;
    private final Sheet sheet;

    /** @param live a dweller of the tenant that is moved, with runs that nobody has written yet */
    Moving(Stores stores, Dweller live, Sheet sheet) {
        this.stores = stores;
        this.from = stores.of(StoreName.MYSQL);
        this.to = stores.of(StoreName.ELASTICSEARCH);
        this.live = live;
        this.sheet = sheet;
    }

    void measure(int perSecond) {
        Tenant tenant = live.tenant();
        // of an earlier attempt
        Cleanup cleanup = new Cleanup(to, List.of(), stores.bean(PayloadStore.class), tenant, EVER, false);
        while (cleanup.next()) {}
        LiveWriter writer = LiveWriter.start(from, live, perSecond);
        long begin = System.nanoTime();
        MoveReport report = move(true);
        long took = System.nanoTime() - begin;
        long wrote = writer.stop();
        long secondBegin = System.nanoTime();
        MoveReport second = move(false);
        double secondTook = (System.nanoTime() - secondBegin) / 1e9;
        tell(report, took, writer, wrote, perSecond);
        sheet.put(
                "moving again, when nothing is written any more",
                StoreName.ELASTICSEARCH,
                String.format(Locale.ROOT, "%,d in %.1f s", written(second), secondTook));
        sheet.put("moving: differences found afterwards", StoreName.ELASTICSEARCH, compared(tenant));
    }

    private void tell(MoveReport report, long took, LiveWriter writer, long wrote, int perSecond) {
        long written = written(report);
        sheet.put(
                "moving there from the database: records, seconds",
                StoreName.ELASTICSEARCH,
                String.format(Locale.ROOT, "%,d in %.1f", written, took / 1e9));
        sheet.rate("moving, records/s", StoreName.ELASTICSEARCH, written, took);
        sheet.put(
                "moving: runs/s written to the database meanwhile, of %d wanted; p50 / p95, ms".formatted(perSecond),
                StoreName.MYSQL,
                String.format(
                        Locale.ROOT,
                        "%.1f; %.1f / %.1f",
                        Sheet.perSecond(writer.timings().count(), wrote),
                        writer.timings().p50(),
                        writer.timings().p95()));
    }

    private MoveReport move(boolean restart) {
        MoveWish wish = new MoveWish(from, to, live.tenant(), TimeRange.ALL, KINDS, BATCH, restart);
        MoveReport report = stores.bean(RunLogMove.class).move(wish, () -> false, MoveWatch.NONE);
        if (!report.complete()) {
            throw new IllegalStateException("not all was moved: " + report);
        }
        return report;
    }

    private static long written(MoveReport report) {
        return report.kinds().stream().mapToLong(MoveReport.Kind::written).sum();
    }

    private String compared(Tenant tenant) {
        ComparisonReport report = stores.bean(RunLogComparison.class)
                .compare(
                        new ComparisonWish(from, to, tenant, TimeRange.ALL, KINDS, SAMPLE),
                        () -> false,
                        RunLogComparison.Watch.NONE);
        long different = 0;
        long compared = 0;
        for (ComparisonReport.Kind kind : report.kinds()) {
            different += kind.missingLeft() + kind.missingRight() + kind.different();
            compared += kind.compared();
        }
        return String.format(Locale.ROOT, "%,d of %,d compared", different, compared);
    }
}
