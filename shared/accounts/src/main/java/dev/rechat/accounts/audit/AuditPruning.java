package dev.rechat.accounts.audit;

import dev.rechat.persistence.database.Deadlocks;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Retention of the audit log: takes the oldest sealed events away, so that the rest still verifies. What is not as it was sealed
 * stays, and everything after it: evidence is not swept away. Safe to be done by several at once.
 */
@Singleton
public final class AuditPruning {

    /** Events in one transaction. */
    private static final int BATCH = 500;

    private final PruningBatch batch;
    private final Audit audit;

    AuditPruning(PruningBatch batch, Audit audit) {
        this.batch = batch;
        this.audit = audit;
    }

    /**
     * Takes away what happened before that time, and writes {@code audit_pruned} once, with the place it has reached; a process
     * that is killed meanwhile leaves only the anchor to tell. Blocks; not to be called within a transaction. The newest sealed
     * event always stays.
     *
     * @param limit how many events at most; no limit for a dry run
     * @param dryRun only counts
     */
    public PrunedAudit prune(Instant before, int limit, boolean dryRun) {
        if (dryRun) {
            return new PrunedAudit(batch.count(before), null);
        }
        long events = 0;
        AuditHead anchor = null;
        PruningBatch.Taken last;
        int size;
        try {
            do {
                size = (int) Math.min(BATCH, limit - events);
                int now = size;
                last = Deadlocks.retry(() -> batch.prune(before, now));
                events += last.events();
                anchor = last.anchor() == null ? anchor : last.anchor();
            } while (last.events() == size && events < limit && last.stopped() == null);
        } finally {
            // also when a later transaction failed: what the others took is gone
            record(events, anchor);
        }
        return new PrunedAudit(events, last.stopped());
    }

    private void record(long events, @Nullable AuditHead anchor) {
        if (anchor != null) {
            Map<String, String> details = Map.of("events", Long.toString(events), "anchor", anchor.toString());
            audit.record(AuditAction.AUDIT_PRUNED, null, Audit.LOG, "", details);
        }
    }
}
