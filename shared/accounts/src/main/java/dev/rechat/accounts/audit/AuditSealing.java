package dev.rechat.accounts.audit;

import dev.rechat.persistence.database.Deadlocks;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals the events that have been written since the last time. Safe to be done by several at once. */
@Singleton
public final class AuditSealing {

    private static final Logger LOG = LoggerFactory.getLogger(AuditSealing.class);

    /** Events in one transaction. */
    private static final int BATCH = 200;

    private final SealingBatch batch;

    AuditSealing(SealingBatch batch) {
        this.batch = batch;
    }

    /**
     * Seals what is there, in the order of ids, and tells the head to the process log: collected elsewhere, it is out of reach for
     * whoever changes the database. Blocks; not to be called within a transaction.
     *
     * @param limit how many events at most
     * @return how many events were sealed; less than {@code limit} when nothing is left
     * @throws SealingRefusedException where there is no chain to go on with, before anything was sealed
     */
    public long round(int limit) {
        long sealed = 0;
        AuditHead head = null;
        int last = BATCH;
        while (sealed < limit && last == BATCH) {
            int size = (int) Math.min(BATCH, limit - sealed);
            SealedBatch done = Deadlocks.retry(() -> batch.seal(size));
            last = done.events();
            sealed += last;
            head = done.head() == null ? head : done.head();
        }
        tell(head);
        return sealed;
    }

    /**
     * Begins the chain with the oldest of what is there, as it is now, and writes {@code audit_begun}; {@link #round} goes on with
     * the rest. Only because an operator says so, or where the chain's table was made a moment ago: nothing tells whether the log
     * was changed before.
     *
     * @return false where there is a chain; nothing is done then
     */
    public boolean begin() {
        Optional<SealedBatch> begun = Deadlocks.retry(() -> batch.begin(BATCH));
        begun.map(SealedBatch::head).ifPresent(AuditSealing::tell);
        return begun.isPresent();
    }

    private static void tell(@Nullable AuditHead head) {
        if (head != null) {
            LOG.info("the audit log is sealed up to {}", head);
        }
    }

    /** How many events wait for their seal, counting no further than {@code limit}. */
    public long waiting(int limit) {
        return batch.waiting(limit);
    }
}
