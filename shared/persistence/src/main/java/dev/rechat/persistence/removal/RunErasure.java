package dev.rechat.persistence.removal;

import dev.rechat.kernel.id.AppId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * A run whose records are to lose their content. It outlives conversation, account and app.
 *
 * @param attempts how many of them reached every store
 */
@MappedEntity("run_erasures")
public record RunErasure(
        @Id String runId, @IdColumn AppId appId, int attempts, Instant nextAttemptAt, Instant createdAt) {}
