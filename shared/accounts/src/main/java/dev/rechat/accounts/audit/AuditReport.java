package dev.rechat.accounts.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a verification found so far.
 *
 * @param checked how many seals were verified and right
 * @param unsealed how many events wait for their seal, of those looked at
 * @param anchor up to where retention has taken the oldest events away; null when it never did
 * @param head the newest seal: worth noting elsewhere; null when nothing is sealed
 * @param broken the first break; null when none was found
 * @param next to go on with; null when everything was looked at, or something was broken
 */
public record AuditReport(
        long checked,
        long unsealed,
        @Nullable AuditHead anchor,
        @Nullable AuditHead head,
        @Nullable AuditBreak broken,
        @Nullable AuditProgress next) {

    /** Everything was looked at, and is as it was sealed. */
    public boolean whole() {
        return broken == null && next == null;
    }
}
