package dev.rechat.auth.export;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.persistence.conversation.Conversation;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation; its messages follow it.
 *
 * @param inputs the input form's values of its first message
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record ExportedConversation(
        ConversationId id,
        AppId appId,
        String title,
        boolean pinned,
        boolean archived,
        @Nullable JsonNode inputs,
        Instant createdAt,
        Instant updatedAt)
        implements ExportRecord {

    static ExportedConversation of(Conversation conversation, @Nullable JsonNode inputs) {
        return new ExportedConversation(
                conversation.id(),
                conversation.appId(),
                conversation.title(),
                conversation.pinned(),
                conversation.archived(),
                inputs,
                conversation.createdAt(),
                conversation.updatedAt());
    }

    /** What people own is never logged. */
    @Override
    public String toString() {
        return "ExportedConversation[]";
    }
}
