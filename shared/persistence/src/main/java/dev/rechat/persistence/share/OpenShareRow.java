package dev.rechat.persistence.share;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.ShareId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.kernel.share.OpenShare;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What {@link OpenShareRepository#findOpen} finds. */
@Introspected
record OpenShareRow(
        @IdColumn ShareId id,
        @IdColumn UserId owner,
        @IdColumn ConversationId conversation,
        String title,
        int messageCount,
        Instant sharedAt,
        @Nullable Instant expiresAt,
        @Nullable String appName,
        @Nullable String appIcon) {

    OpenShare share() {
        return new OpenShare(id, owner, conversation, title, messageCount, sharedAt, expiresAt, appName, appIcon);
    }

    @Override
    public String toString() {
        return "OpenShareRow[id=" + id + "]";
    }
}
