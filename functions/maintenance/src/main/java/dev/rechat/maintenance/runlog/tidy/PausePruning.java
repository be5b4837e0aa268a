package dev.rechat.maintenance.runlog.tidy;

import dev.rechat.maintenance.run.Batch;
import dev.rechat.maintenance.run.Batches;
import dev.rechat.runlog.settings.RunLogStores;
import dev.rechat.runlog.store.RunLogStore;
import java.time.Instant;

/** Removes pauses that began, or were over, before a time, from every store that is configured. For one thread. */
public record PausePruning(RunLogStores stores, Instant before) implements Batches {

    private static final int PAUSES = 500;

    @Override
    public Batch next() {
        int gone = 0;
        boolean more = false;
        for (RunLogStore store : stores.all()) {
            NamedElsewhere elsewhere = new NamedElsewhere(stores.besides(store), stores.tenant());
            int here = store.runs()
                    .prunePauses(stores.tenant(), before, before, PAUSES, elsewhere::states)
                    .size();
            gone += here;
            more |= here == PAUSES;
        }
        return new Batch(gone, more);
    }
}
