package dev.rechat.persistence.exchange;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.FolderId;
import dev.rechat.kernel.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that came in a document.
 *
 * @param importedFrom what it is called where it came from
 */
public record NewConversation(
        ConversationId id,
        UserId userId,
        AppId appId,
        String title,
        boolean pinned,
        boolean archived,
        @Nullable FolderId folderId,
        String importedFrom,
        @Nullable String inputs,
        Instant createdAt,
        Instant updatedAt) {

    /** Without the title: what people write is never logged. */
    @Override
    public String toString() {
        return "NewConversation[id=" + id + "]";
    }
}
