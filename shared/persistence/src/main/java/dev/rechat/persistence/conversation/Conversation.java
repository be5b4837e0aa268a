package dev.rechat.persistence.conversation;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A thread with one app.
 *
 * @param difyConversationId Dify's id of the thread, once it has named one
 * @param updatedAt time of the latest turn; a new title or pin does not move a conversation in the list
 */
@MappedEntity("conversations")
public record Conversation(
        @Id @IdColumn ConversationId id,
        @IdColumn UserId userId,
        @IdColumn AppId appId,
        @Nullable String difyConversationId,
        String title,
        boolean pinned,
        boolean archived,
        Instant createdAt,
        Instant updatedAt) {}
