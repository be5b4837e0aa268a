package dev.rechat.maintenance.runlog.compare;

import dev.rechat.maintenance.runlog.kind.Kind;
import dev.rechat.maintenance.runlog.kind.Kinds;
import dev.rechat.runlog.RecordType;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Compares two stores field by field, both ways. Changes nothing. Blocks. */
@Singleton
public final class RunLogComparison {

    /**
     * Does it.
     *
     * @param stop asked before each kind and, where all is compared, before each record
     * @throws dev.rechat.runlog.RunLogUnavailableException when a store does not answer
     */
    public ComparisonReport compare(ComparisonWish wish, BooleanSupplier stop, Watch watch) {
        List<ComparisonReport.Kind> kinds = new ArrayList<>();
        List<ComparisonReport.Finding> findings = new ArrayList<>();
        for (RecordType type : wish.types()) {
            if (!stop.getAsBoolean()) {
                kinds.add(compare(wish, Kinds.of(type), stop, watch, findings));
            }
        }
        return new ComparisonReport(
                wish.left().name().wire(), wish.right().name().wire(), kinds, findings, stop.getAsBoolean());
    }

    private static <R> ComparisonReport.Kind compare(
            ComparisonWish wish,
            Kind<R> kind,
            BooleanSupplier stop,
            Watch watch,
            List<ComparisonReport.Finding> findings) {
        KindComparison<R> comparison = new KindComparison<>(wish, kind, finding -> {
            if (findings.size() < ComparisonReport.MOST_FINDINGS) {
                findings.add(finding);
            }
        });
        if (wish.sample() > 0) {
            comparison.sample();
        } else {
            long total = wish.left().transfer().count(kind.type(), wish.tenant(), wish.range());
            watch.begun(kind.type(), total);
            comparison.whole(stop, done -> watch.advanced(kind.type(), done));
        }
        return comparison.report();
    }

    /** Somebody who looks on. */
    public interface Watch {

        Watch NONE = new Watch() {};

        default void begun(RecordType type, long total) {}

        /** @param done so many more than at the last call */
        default void advanced(RecordType type, long done) {}
    }
}
