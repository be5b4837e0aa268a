package dev.rechat.persistence.audit;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One act. Rows are added and read, never changed; retention takes the oldest away.
 *
 * @param id UUIDv7 text: in order of time
 * @param actorId who did it; null for somebody who is not signed in
 * @param action its stable name, for example {@code session_begun}
 * @param targetId what it was done to; empty when the action says it all
 * @param details a JSON object without secrets
 */
@MappedEntity("audit_log")
public record AuditEvent(
        @Id String id,
        Instant at,
        @Nullable @IdColumn UserId actorId,
        String action,
        String targetType,
        String targetId,
        String address,
        String userAgent,
        String requestId,
        String details) {}
