package dev.rechat.maintenance.task;

import dev.rechat.accounts.audit.AuditPruning;
import dev.rechat.accounts.audit.AuditSealing;
import dev.rechat.accounts.audit.PrunedAudit;
import dev.rechat.accounts.audit.SealingRefusedException;
import dev.rechat.maintenance.run.Batch;
import dev.rechat.maintenance.run.Batches;
import dev.rechat.maintenance.run.Task;
import dev.rechat.maintenance.run.TaskProblem;
import dev.rechat.maintenance.settings.RetentionDays;
import dev.rechat.persistence.maintenance.TaskName;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Instant;

/** The audit log: sealed soon after it is written, and shortened from its old end where the house wants that. */
@Factory
final class AuditTasks {

    /** Also where counting ends: so many wait when nobody has sealed for long. */
    private static final int EVENTS = 1000;

    /** Each batch writes one event about itself, so it is not a small one; its transactions are. */
    private static final int OLD_EVENTS = 5000;

    @Singleton
    Task seal(AuditSealing sealing) {
        return new SimpleTask(TaskName.AUDIT_SEAL, now -> sealing.waiting(EVENTS), now -> () -> sealed(sealing));
    }

    private static Batch sealed(AuditSealing sealing) {
        try {
            return Batch.of(sealing.round(EVENTS), EVENTS);
        } catch (SealingRefusedException noChain) {
            throw new TaskProblem(
                    "the audit log has no seals though it is old: they were taken away, or it was never sealed (after an"
                            + " upgrade); see maintenance audit begin");
        }
    }

    @Singleton
    Task prune(AuditPruning pruning, RetentionDays days) {
        return new AuditRetention(days, pruning);
    }

    private static final class AuditRetention extends RetentionTask {

        private final AuditPruning pruning;

        AuditRetention(RetentionDays days, AuditPruning pruning) {
            super(days, RetentionDays.AUDIT);
            this.pruning = pruning;
        }

        @Override
        public TaskName name() {
            return TaskName.AUDIT;
        }

        @Override
        long countOlder(Instant before) {
            return pruning.prune(before, Integer.MAX_VALUE, true).events();
        }

        @Override
        Batches removal(Instant before) {
            return () -> {
                PrunedAudit pruned = pruning.prune(before, OLD_EVENTS, false);
                var broken = pruned.stopped();
                if (broken != null) {
                    throw new TaskProblem("the audit log is not as it was sealed at position " + broken.position()
                            + " (" + broken.kind().code() + "); see maintenance audit verify");
                }
                return Batch.of(pruned.events(), OLD_EVENTS);
            };
        }
    }
}
