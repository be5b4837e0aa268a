package dev.rechat.conversation.share;

import dev.rechat.kernel.id.ShareId;
import dev.rechat.persistence.share.Share;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A share that was made just now.
 *
 * @param url the link; it is not told again. Begins with the path where the house has no public URL
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record NewShareView(
        ShareId id,
        String url,
        String title,
        int messageCount,
        Instant createdAt,
        @Nullable Instant expiresAt) {

    static NewShareView of(Share share, String url) {
        return new NewShareView(
                share.id(), url, share.title(), share.messageCount(), share.createdAt(), share.expiresAt());
    }

    @Override
    public String toString() {
        return "NewShareView[id=" + id + "]";
    }
}
