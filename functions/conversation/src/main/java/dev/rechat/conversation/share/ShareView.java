package dev.rechat.conversation.share;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.ShareId;
import dev.rechat.persistence.share.Share;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A share as its owner sees it, without the link. @param title of the conversation when it was shared */
@Serdeable(naming = SnakeCaseStrategy.class)
record ShareView(
        ShareId id,
        ConversationId conversationId,
        String title,
        int messageCount,
        Instant createdAt,
        @Nullable Instant expiresAt) {

    static ShareView of(Share share) {
        return new ShareView(
                share.id(),
                share.conversationId(),
                share.title(),
                share.messageCount(),
                share.createdAt(),
                share.expiresAt());
    }

    /** Without the title: what people write is never logged. */
    @Override
    public String toString() {
        return "ShareView[id=" + id + "]";
    }
}
