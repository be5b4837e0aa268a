package dev.rechat.kernel.share;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.ShareId;
import dev.rechat.kernel.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A shared conversation that can be read at this moment. There is one only while the share is neither revoked nor expired, its
 * conversation is not in the trash and its owner's account is in use.
 *
 * @param owner not to be told to readers, like the conversation
 * @param title what the conversation was called when it was shared
 * @param appName null when the app is gone
 * @param appIcon null when the app is gone
 * @param sharedAt when the link was made
 * @param expiresAt null for a link without end
 */
public record OpenShare(
        ShareId id,
        UserId owner,
        ConversationId conversation,
        String title,
        int messageCount,
        Instant sharedAt,
        @Nullable Instant expiresAt,
        @Nullable String appName,
        @Nullable String appIcon) {

    /** Without the title: what people write is never logged. */
    @Override
    public String toString() {
        return "OpenShare[id=" + id + "]";
    }
}
