package dev.rechat.persistence.share;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.ShareId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A branch of a conversation as its owner has shared it. One that is revoked is deleted.
 *
 * @param tokenHash SHA-256 of the link's token in hexadecimal; the token is known to those who have the link
 * @param title of the conversation when it was shared
 * @param expiresAt null for a link without end
 */
@MappedEntity("shares")
public record Share(
        @Id @IdColumn ShareId id,
        @IdColumn UserId userId,
        @IdColumn ConversationId conversationId,
        String tokenHash,
        String title,
        int messageCount,
        Instant createdAt,
        @Nullable Instant expiresAt) {

    @Override
    public String toString() {
        return "Share[id=" + id + "]";
    }
}
