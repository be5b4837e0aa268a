package dev.rechat.persistence.account;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * A browser that somebody once signed in with.
 *
 * @param tokenHash SHA-256 of the token in its cookie
 */
@MappedEntity("known_devices")
public record KnownDevice(@Id String tokenHash, @IdColumn UserId userId, Instant createdAt, Instant lastSeenAt) {}
