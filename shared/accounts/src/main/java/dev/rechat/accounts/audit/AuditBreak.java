package dev.rechat.accounts.audit;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the audit log is not what was sealed.
 *
 * @param position in the chain; 0 for an event that has none
 * @param eventId null where no event is known
 */
public record AuditBreak(Kind kind, long position, @Nullable String eventId) {

    /** What is wrong. */
    public enum Kind {
        /** The event is there and not as it was. */
        CHANGED,
        /** The event was taken out of the log. */
        MISSING,
        /** A seal was taken out, put elsewhere or replaced. */
        ORDER,
        /** The event is too old to be waiting for its seal: it was written afterwards. */
        INSERTED,
        /** Sealed with a key that is not configured any more: it cannot be verified. */
        UNKNOWN_KEY,
        /** The chain ends before the head that was noted. */
        CUT_OFF,
        /** At the place of the expected head stands another hash: the chain was made anew. */
        OTHER_HEAD,
        /** What the program keeps of the chain's beginning and end was changed or taken away, or nothing was ever sealed. */
        STATE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
