package dev.rechat.persistence.exchange;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as it leaves the house.
 *
 * @param folder the name of the folder that it is in
 * @param inputs the input form's values of its first message, a JSON object
 */
@Introspected
public record KeptConversation(
        @IdColumn ConversationId id,
        @IdColumn AppId appId,
        @Nullable String appSlug,
        @Nullable String appName,
        String title,
        boolean pinned,
        boolean archived,
        @Nullable String folder,
        @Nullable String inputs,
        Instant createdAt,
        Instant updatedAt) {

    /** Without title and folder: what people write is never logged. */
    @Override
    public String toString() {
        return "KeptConversation[id=" + id + "]";
    }
}
