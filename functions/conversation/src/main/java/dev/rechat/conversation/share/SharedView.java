package dev.rechat.conversation.share;

import dev.rechat.kernel.share.OpenShare;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A shared conversation as its readers see it: nothing in it names a person, a conversation or a turn.
 *
 * @param app what answered; left out when it is gone
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record SharedView(
        String title,
        @Nullable SharedApp app,
        Instant sharedAt,
        @Nullable Instant expiresAt,
        int messageCount) {

    /** An app by its looks. */
    @Serdeable
    record SharedApp(String name, String icon) {}

    static SharedView of(OpenShare share) {
        String app = share.appName();
        return new SharedView(
                share.title(),
                app == null ? null : new SharedApp(app, Objects.requireNonNullElse(share.appIcon(), "")),
                share.sharedAt(),
                share.expiresAt(),
                share.messageCount());
    }

    /** Without the title: what people write is never logged. */
    @Override
    public String toString() {
        return "SharedView[sharedAt=" + sharedAt + "]";
    }
}
