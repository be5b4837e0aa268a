package dev.rechat.accounts.audit;

import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Tells whether the audit log is what was sealed. Reads only; events may be written, sealed and pruned meanwhile. */
@Singleton
public final class AuditVerification {

    /** Rows of one page, which is one short transaction. */
    private static final int PAGE = 500;

    private final ChainWalk chain;
    private final LogWalk log;

    AuditVerification(ChainWalk chain, LogWalk log) {
        this.chain = chain;
        this.log = log;
    }

    /**
     * Goes on by about so many rows. It ends at the first break.
     *
     * @param from {@link AuditProgress#begin}, or what the report before says
     */
    public AuditReport step(AuditProgress from, int rows) {
        AuditProgress at = from;
        for (int left = rows; ; left -= PAGE) {
            int size = Math.clamp(left, 1, PAGE);
            AuditReport report = at.inLog() ? log.page(at, size) : chain.page(at, size);
            if (report.next() == null || left <= PAGE) {
                return report;
            }
            at = report.next();
        }
    }

    /**
     * All of it. Blocks for as long as that takes, some seconds for a million events.
     *
     * @param expected a head that was noted before; null when there is none
     * @param checked hears from time to time how many seals have been verified
     */
    public AuditReport whole(@Nullable AuditHead expected, LongConsumer checked) {
        AuditReport report = step(AuditProgress.begin(expected), PAGE);
        while (report.next() != null) {
            checked.accept(report.checked());
            report = step(Objects.requireNonNull(report.next()), PAGE);
        }
        return report;
    }
}
