package dev.rechat.auth.export;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.audit.AuditEvent;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was done to the account.
 *
 * @param own whether its owner did it.
 * @param address of whoever did it, unless that was somebody else of this house
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record ExportedEvent(
        String id,
        Instant at,
        String action,
        boolean own,
        @Nullable String address,
        @Nullable String userAgent,
        JsonNode details)
        implements ExportRecord {

    static ExportedEvent of(AuditEvent event, UserId owner, JsonNode details) {
        boolean somebodyElse = event.actorId() != null && !event.actorId().equals(owner);
        return new ExportedEvent(
                event.id(),
                event.at(),
                event.action(),
                owner.equals(event.actorId()),
                somebodyElse ? null : event.address(),
                somebodyElse ? null : event.userAgent(),
                details);
    }

    /** What people own is never logged. */
    @Override
    public String toString() {
        return "ExportedEvent[]";
    }
}
