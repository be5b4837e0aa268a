package dev.rechat.persistence.link;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link that was given to somebody.
 *
 * @param tokenHash SHA-256 of the token in hexadecimal; the token itself is known to its bearer alone
 * @param boundTo SHA-256 of what it was made for; when that is something else by now, the link is void
 */
@MappedEntity("one_time_links")
public record OneTimeLink(
        @Id String tokenHash,
        @IdColumn UserId userId,
        String purpose,
        String boundTo,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant usedAt) {

    @Override
    public String toString() {
        return "OneTimeLink[purpose=" + purpose + ", userId=" + userId + "]";
    }
}
