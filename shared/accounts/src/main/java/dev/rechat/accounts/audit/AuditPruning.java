package dev.rechat.accounts.audit;

import dev.rechat.persistence.database.Deadlocks;
import jakarta.inject.Singleton;
import java.time.Instant;

/**
 * Retention of the audit log: takes the oldest sealed events away, so that the rest still verifies. What is not as it was sealed
 * stays, and everything after it: evidence is not swept away. Safe to be done by several at once.
 */
@Singleton
public final class AuditPruning {

    /** Events in one transaction. */
    private static final int BATCH = 500;

    private final PruningBatch batch;

    AuditPruning(PruningBatch batch) {
        this.batch = batch;
    }

    /**
     * Takes away what happened before that time, and writes {@code audit_pruned} with the place it has reached. Blocks; not to be
     * called within a transaction. The newest sealed event always stays.
     *
     * @param limit how many events at most; no limit for a dry run
     * @param dryRun only counts
     */
    public PrunedAudit prune(Instant before, int limit, boolean dryRun) {
        if (dryRun) {
            return new PrunedAudit(batch.count(before), null);
        }
        long events = 0;
        PrunedAudit last;
        int size;
        do {
            size = (int) Math.min(BATCH, limit - events);
            int now = size;
            last = Deadlocks.retry(() -> batch.prune(before, now));
            events += last.events();
        } while (last.events() == size && events < limit && last.stopped() == null);
        return new PrunedAudit(events, last.stopped());
    }
}
