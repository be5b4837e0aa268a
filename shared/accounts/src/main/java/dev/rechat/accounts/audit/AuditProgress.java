package dev.rechat.accounts.audit;

import org.jspecify.annotations.Nullable;

/**
 * How far a verification has come: along the chain first, through the log afterwards.
 *
 * @param inLog whether the chain is done
 * @param position the last one that was verified
 * @param eventId the last event of the log that was looked at; empty while there is none
 * @param checked how many seals were right
 * @param late how many of them were sealed long after they say they happened
 * @param unsealed how many events wait for their seal
 * @param expected a head that was noted elsewhere
 */
public record AuditProgress(
        boolean inLog,
        long position,
        String eventId,
        long checked,
        long late,
        long unsealed,
        @Nullable AuditHead expected) {

    public static AuditProgress begin(@Nullable AuditHead expected) {
        return new AuditProgress(false, 0, "", 0, 0, 0, expected);
    }

    AuditProgress chain(long reached, Stretch right) {
        return new AuditProgress(false, reached, "", checked + right.seals(), late + right.late(), unsealed, expected);
    }

    AuditProgress chainDone(long reached, Stretch right) {
        return new AuditProgress(true, reached, "", checked + right.seals(), late + right.late(), unsealed, expected);
    }

    AuditProgress log(String reached, long waiting) {
        return new AuditProgress(true, position, reached, checked, late, unsealed + waiting, expected);
    }
}
