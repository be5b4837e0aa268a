package dev.rechat.accounts.audit;

import dev.rechat.persistence.database.Deadlocks;
import jakarta.inject.Singleton;

/** Seals the events that have been written since the last time. Safe to be done by several at once. */
@Singleton
public final class AuditSealing {

    /** Events in one transaction. */
    private static final int BATCH = 200;

    private final SealingBatch batch;

    AuditSealing(SealingBatch batch) {
        this.batch = batch;
    }

    /**
     * Seals what is there, in the order of ids. Blocks; not to be called within a transaction.
     *
     * @param limit how many events at most
     * @return how many events were sealed; less than {@code limit} when nothing is left
     */
    public long round(int limit) {
        long sealed = 0;
        int last = BATCH;
        while (sealed < limit && last == BATCH) {
            int size = (int) Math.min(BATCH, limit - sealed);
            last = Deadlocks.retry(() -> batch.seal(size));
            sealed += last;
        }
        return sealed;
    }

    /** How many events wait for their seal, counting no further than {@code limit}. */
    public long waiting(int limit) {
        return batch.waiting(limit);
    }
}
