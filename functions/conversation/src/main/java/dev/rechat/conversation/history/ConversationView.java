package dev.rechat.conversation.history;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.FolderId;
import dev.rechat.persistence.conversation.Conversation;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as its owner sees it.
 *
 * @param temporary in no list, and removed a day after its latest turn
 * @param tags in their order
 * @param updatedAt time of the latest turn
 * @param purgeAt when it will be removed: of one in the trash, and of a temporary one
 */
@Serdeable(naming = SnakeCaseStrategy.class)
public record ConversationView(
        ConversationId id,
        AppId appId,
        String title,
        boolean pinned,
        boolean archived,
        boolean temporary,
        @Nullable FolderId folderId,
        List<String> tags,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant purgeAt) {

    static ConversationView of(Conversation conversation, List<String> tags) {
        return new ConversationView(
                conversation.id(),
                conversation.appId(),
                conversation.title(),
                conversation.pinned(),
                conversation.archived(),
                conversation.temporary(),
                conversation.folderId(),
                tags,
                conversation.createdAt(),
                conversation.updatedAt(),
                conversation.purgeAt());
    }

    /** Without title and tags: what people write is never logged. */
    @Override
    public String toString() {
        return "ConversationView[id=" + id + "]";
    }
}
