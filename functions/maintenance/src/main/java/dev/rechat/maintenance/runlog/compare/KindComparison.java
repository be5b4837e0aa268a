package dev.rechat.maintenance.runlog.compare;

import dev.rechat.maintenance.runlog.kind.Kind;
import dev.rechat.runlog.store.RunLogStore;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Compares one kind. Whatever seems to differ is read once more by its id from both stores before it counts: live writing may
 * have come between, and stores may order what is equal in time in their own way. For one thread.
 */
final class KindComparison<R> {

    private static final int BATCH = 1_000;

    private final ComparisonWish wish;
    private final Kind<R> kind;
    private final Consumer<ComparisonReport.Finding> findings;
    private long compared;
    private long missingLeft;
    private long missingRight;
    private long different;

    KindComparison(ComparisonWish wish, Kind<R> kind, Consumer<ComparisonReport.Finding> findings) {
        this.wish = wish;
        this.kind = kind;
        this.findings = findings;
    }

    ComparisonReport.Kind report() {
        return new ComparisonReport.Kind(kind.type().wire(), compared, missingLeft, missingRight, different);
    }

    /** Some of either side, looked for on the other one. */
    void sample() {
        Set<String> ids = new LinkedHashSet<>();
        for (RunLogStore store : List.of(wish.left(), wish.right())) {
            ids.addAll(kind.lookups(
                    kind.of(store.transfer().sample(kind.type(), wish.tenant(), wish.range(), wish.sample()))));
        }
        List<String> all = List.copyOf(ids);
        for (int i = 0; i < all.size(); i += BATCH) {
            List<String> some = all.subList(i, Math.min(all.size(), i + BATCH));
            compared += some.size();
            settle(some);
        }
    }

    /** All of both, side by side in the order of time. @param told how many more are done */
    void whole(BooleanSupplier stop, Consumer<Long> told) {
        Side<R> left = new Side<>(wish.left(), wish, kind, BATCH);
        Side<R> right = new Side<>(wish.right(), wish, kind, BATCH);
        Set<String> doubtful = new LinkedHashSet<>();
        long before = 0;
        R one = left.next();
        R other = right.next();
        while ((one != null || other != null) && !stop.getAsBoolean()) {
            int order = order(one, other);
            compared++;
            if (order < 0 && one != null) {
                doubtful.add(kind.lookupOf(one));
            } else if (order > 0 && other != null) {
                doubtful.add(kind.lookupOf(other));
            } else if (one != null
                    && other != null
                    && !kind.differences(one, other).isEmpty()) {
                doubtful.add(kind.lookupOf(one));
            }
            one = order <= 0 ? left.next() : one;
            other = order >= 0 ? right.next() : other;
            if (doubtful.size() >= BATCH) {
                settle(List.copyOf(doubtful));
                doubtful.clear();
            }
            if (compared - before >= BATCH) {
                told.accept(compared - before);
                before = compared;
            }
        }
        settle(List.copyOf(doubtful));
        told.accept(compared - before);
    }

    private int order(@Nullable R one, @Nullable R other) {
        if (one == null) {
            return 1;
        }
        return other == null ? -1 : kind.keyOf(one).compareTo(kind.keyOf(other));
    }

    private void settle(List<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        Map<String, R> left = read(wish.left(), ids);
        Map<String, R> right = read(wish.right(), ids);
        for (String id : ids) {
            R one = left.get(id);
            R other = right.get(id);
            if (one == null && other != null) {
                missingLeft++;
                tell(other, "missing_left", List.of());
            } else if (one != null && other == null) {
                missingRight++;
                tell(one, "missing_right", List.of());
            } else if (one != null && other != null) {
                List<String> fields = kind.differences(one, other);
                if (!fields.isEmpty()) {
                    different++;
                    tell(one, "different", fields);
                }
            }
        }
    }

    private Map<String, R> read(RunLogStore store, List<String> ids) {
        return kind.byLookup(kind.of(store.transfer().read(kind.type(), wish.tenant(), ids)));
    }

    private void tell(R record, String state, List<String> fields) {
        findings.accept(new ComparisonReport.Finding(
                kind.type().wire(), kind.keyOf(record).id(), state, fields));
    }
}
