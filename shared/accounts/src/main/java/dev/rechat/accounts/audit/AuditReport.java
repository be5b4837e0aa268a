package dev.rechat.accounts.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a verification found so far.
 *
 * @param checked how many seals were verified and right
 * @param late how many of them were sealed more than ten minutes after they say they happened: sealing paused, or they were
 *     written afterwards
 * @param unsealed how many events wait for their seal, of those looked at
 * @param anchor up to where retention has taken the oldest events away; null when it never did
 * @param head the newest seal: worth noting elsewhere; null when nothing is sealed
 * @param headRemoved the expected head is older than the anchor: nothing can be said about it
 * @param broken the first break; null when none was found
 * @param next to go on with; null when everything was looked at, or something was broken
 */
public record AuditReport(
        long checked,
        long late,
        long unsealed,
        @Nullable AuditHead anchor,
        @Nullable AuditHead head,
        boolean headRemoved,
        @Nullable AuditBreak broken,
        @Nullable AuditProgress next) {

    static AuditReport of(
            AuditProgress at,
            @Nullable AuditHead anchor,
            @Nullable AuditHead head,
            @Nullable AuditBreak broken,
            boolean done) {
        AuditHead expected = at.expected();
        boolean removed = anchor != null && expected != null && expected.position() < anchor.position();
        return new AuditReport(
                at.checked(),
                at.late(),
                at.unsealed(),
                anchor,
                head,
                removed,
                broken,
                broken != null || done ? null : at);
    }

    /** Everything was looked at, is as it was sealed, and follows the expected head. */
    public boolean whole() {
        return broken == null && next == null && !headRemoved;
    }
}
