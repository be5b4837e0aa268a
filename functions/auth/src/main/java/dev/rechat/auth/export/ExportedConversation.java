package dev.rechat.auth.export;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.FolderId;
import dev.rechat.persistence.conversation.Conversation;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation; its messages follow it.
 *
 * @param deletedAt since when it lies in the trash
 * @param inputs the input form's values of its first message
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record ExportedConversation(
        ConversationId id,
        AppId appId,
        String title,
        boolean pinned,
        boolean archived,
        boolean temporary,
        @Nullable FolderId folderId,
        List<String> tags,
        @Nullable Instant deletedAt,
        @Nullable JsonNode inputs,
        Instant createdAt,
        Instant updatedAt)
        implements ExportRecord {

    static ExportedConversation of(Conversation conversation, List<String> tags, @Nullable JsonNode inputs) {
        return new ExportedConversation(
                conversation.id(),
                conversation.appId(),
                conversation.title(),
                conversation.pinned(),
                conversation.archived(),
                conversation.temporary(),
                conversation.folderId(),
                tags,
                conversation.deletedAt(),
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
