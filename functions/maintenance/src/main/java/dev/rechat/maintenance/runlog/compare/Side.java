package dev.rechat.maintenance.runlog.compare;

import dev.rechat.maintenance.runlog.kind.Kind;
import dev.rechat.runlog.RecordKey;
import dev.rechat.runlog.store.RunLogStore;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One store's records of a kind, one after the other in the order of time, read some at a time. */
final class Side<R> {

    private final RunLogStore store;
    private final ComparisonWish wish;
    private final Kind<R> kind;
    private final int batch;
    private Iterator<R> some = Collections.emptyIterator();
    private @Nullable RecordKey after;
    private boolean more = true;

    Side(RunLogStore store, ComparisonWish wish, Kind<R> kind, int batch) {
        this.store = store;
        this.wish = wish;
        this.kind = kind;
        this.batch = batch;
    }

    /** @return null after the last one */
    @Nullable
    R next() {
        if (!some.hasNext() && more) {
            List<R> records = kind.of(store.transfer().read(kind.type(), wish.tenant(), wish.range(), after, batch));
            more = records.size() == batch;
            if (!records.isEmpty()) {
                after = kind.keyOf(records.getLast());
            }
            some = records.iterator();
        }
        return some.hasNext() ? some.next() : null;
    }
}
