package dev.rechat.conversation.history;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.persistence.conversation.Conversation;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;

/**
 * A conversation as its owner sees it.
 *
 * @param updatedAt time of the latest turn
 */
@Serdeable(naming = SnakeCaseStrategy.class)
public record ConversationView(
        ConversationId id,
        AppId appId,
        String title,
        boolean pinned,
        boolean archived,
        Instant createdAt,
        Instant updatedAt) {

    public static ConversationView of(Conversation conversation) {
        return new ConversationView(
                conversation.id(),
                conversation.appId(),
                conversation.title(),
                conversation.pinned(),
                conversation.archived(),
                conversation.createdAt(),
                conversation.updatedAt());
    }
}
