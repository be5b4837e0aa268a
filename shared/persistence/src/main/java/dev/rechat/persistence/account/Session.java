package dev.rechat.persistence.account;

import dev.rechat.kernel.id.SessionId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in on one device.
 *
 * @param address textual IP address it was last used from; empty when it is not known
 * @param userAgent what the program calls itself
 * @param endedAt from then on neither its refresh tokens nor its access tokens are taken
 */
@MappedEntity("sessions")
public record Session(
        @Id @IdColumn SessionId id,
        @IdColumn UserId userId,
        String address,
        String userAgent,
        Instant createdAt,
        Instant lastSeenAt,
        @Nullable Instant endedAt) {}
