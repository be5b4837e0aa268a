package dev.rechat.admin.audit;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.audit.AuditEvent;
import dev.rechat.persistence.audit.ListedEvent;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One act.
 *
 * @param actorId left out for somebody who was not signed in
 * @param actorEmail left out when the account is gone, too
 * @param position in the chain of seals; left out as long as the event waits for its seal, as is {@code hash}
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record AuditEventView(
        String id,
        Instant at,
        @Nullable UserId actorId,
        @Nullable String actorEmail,
        String action,
        String targetType,
        String targetId,
        String address,
        String userAgent,
        String requestId,
        JsonNode details,
        @Nullable Long position,
        @Nullable String hash) {

    static AuditEventView of(ListedEvent listed, JsonNode details) {
        AuditEvent event = listed.event();
        return new AuditEventView(
                event.id(),
                event.at(),
                event.actorId(),
                listed.actorEmail(),
                event.action(),
                event.targetType(),
                event.targetId(),
                event.address(),
                event.userAgent(),
                event.requestId(),
                details,
                listed.position(),
                listed.hash());
    }

    @Override
    public String toString() {
        return "AuditEventView[id=" + id + ", action=" + action + "]";
    }
}
