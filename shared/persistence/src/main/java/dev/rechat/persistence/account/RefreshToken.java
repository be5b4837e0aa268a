package dev.rechat.persistence.account;

import dev.rechat.kernel.id.SessionId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One link in the chain of refresh tokens that a session is made of.
 *
 * @param id UUID text
 * @param tokenHash SHA-256 of the token in hexadecimal; the token itself is known to the browser alone
 * @param rotatedAt when it was exchanged for the next; seen again after that, it was stolen
 * @param revokedAt when the session was ended
 */
@MappedEntity("refresh_tokens")
public record RefreshToken(
        @Id String id,
        @IdColumn SessionId sessionId,
        @IdColumn UserId userId,
        String tokenHash,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant rotatedAt,
        @Nullable Instant revokedAt) {}
