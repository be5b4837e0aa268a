package dev.rechat.admin.user;

import dev.rechat.accounts.link.MadeLink;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;

/**
 * A link to hand over to somebody who cannot sign in. It is told here and never again.
 *
 * @param url absolute where the house knows its public URL; else a path of the web app
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record ResetLinkView(String url, Instant expiresAt) {

    static ResetLinkView of(MadeLink link) {
        return new ResetLinkView(link.url(), link.expiresAt());
    }

    @Override
    public String toString() {
        return "ResetLinkView[expiresAt=" + expiresAt + "]";
    }
}
