package dev.rechat.persistence.removal;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A thread that is to be deleted at Dify. It outlives conversation, account and app.
 *
 * @param userId whose thread it is at Dify
 * @param attempts how many were begun
 * @param lastError a stable code; null while none has failed
 */
@MappedEntity("dify_deletions")
public record DifyDeletion(
        @Id @GeneratedValue long id,
        @IdColumn AppId appId,
        String difyConversationId,
        @IdColumn UserId userId,
        int attempts,
        Instant nextAttemptAt,
        @Nullable String lastError,
        Instant createdAt) {}
