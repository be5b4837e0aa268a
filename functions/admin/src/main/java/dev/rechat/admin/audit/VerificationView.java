package dev.rechat.admin.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rechat.accounts.audit.AuditBreak;
import dev.rechat.accounts.audit.AuditHead;
import dev.rechat.accounts.audit.AuditReport;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What was found so far.
 *
 * @param whole everything was looked at, and nothing was changed
 * @param checked how many seals were verified
 * @param late how many of them were sealed more than ten minutes after they say they happened
 * @param unsealed how many events wait for their seal, of those looked at
 * @param anchor up to where retention has taken events away; null when it never did
 * @param head {@code position:hash} of the newest seal, worth noting elsewhere; null when nothing is sealed
 * @param headRemoved the head that was given is older than the anchor, and cannot be compared
 * @param broken the first break; null when there is none so far
 * @param nextCursor to go on with; null when there is nothing more to look at
 */
@Serdeable // names one by one: break is no name for a component
@JsonInclude(JsonInclude.Include.ALWAYS)
record VerificationView(
        boolean whole,
        long checked,
        long late,
        long unsealed,
        @Nullable String anchor,
        @Nullable String head,
        @JsonProperty("head_removed") boolean headRemoved,
        @JsonProperty("break") @Nullable BreakView broken,
        @JsonProperty("next_cursor") @Nullable String nextCursor) {

    static VerificationView of(AuditReport report) {
        return new VerificationView(
                report.whole(),
                report.checked(),
                report.late(),
                report.unsealed(),
                text(report.anchor()),
                text(report.head()),
                report.headRemoved(),
                report.broken() == null ? null : BreakView.of(report.broken()),
                report.next() == null
                        ? null
                        : VerificationCursor.of(report.next()).encode());
    }

    private static @Nullable String text(@Nullable AuditHead head) {
        return head == null ? null : head.toString();
    }

    /** @param position 0 for an event that has no place in the chain */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record BreakView(
            String kind,
            long position,
            @JsonProperty("event_id") @Nullable String eventId) {

        static BreakView of(AuditBreak broken) {
            return new BreakView(broken.kind().code(), broken.position(), broken.eventId());
        }
    }
}
