package dev.rechat.persistence.account;

import dev.rechat.kernel.id.SessionId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in on one device; its refresh tokens hang on it.
 *
 * @param address where it was last heard from; empty when that is not known
 * @param userAgent what its program calls itself; empty when it does not say
 * @param lastSeenAt when it began or was last renewed; access tokens are used without writing it down
 * @param endedAt when somebody ended it; one that nobody renews expires without
 */
@MappedEntity("sessions")
public record Session(
        @Id @IdColumn SessionId id,
        @IdColumn UserId userId,
        String address,
        String userAgent,
        Instant createdAt,
        Instant lastSeenAt,
        @Nullable Instant endedAt) {

    /** Without where it comes from, which is nobody's business. */
    @Override
    public String toString() {
        return "Session[id=" + id + ", userId=" + userId + "]";
    }
}
