package dev.rechat.auth.key;

import dev.rechat.kernel.account.Scope;
import dev.rechat.kernel.id.ApiKeyId;
import dev.rechat.kernel.id.AppId;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key that was made just now.
 *
 * @param key the whole of it; it is not told again
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record NewKeyView(
        ApiKeyId id,
        String name,
        String identifier,
        String key,
        List<Scope> scopes,
        boolean trusted,
        @Nullable List<AppId> apps,
        @Nullable Integer requestsPerMinute,
        Instant createdAt,
        @Nullable Instant expiresAt) {

    static NewKeyView of(NewKey made, CurrentUser owner) {
        KeyView view = KeyView.of(made.stored(), owner);
        return new NewKeyView(
                view.id(),
                view.name(),
                view.identifier(),
                made.secret().text(),
                view.scopes(),
                view.trusted(),
                view.apps(),
                view.requestsPerMinute(),
                view.createdAt(),
                view.expiresAt());
    }

    @Override
    public String toString() {
        return "NewKeyView[id=" + id + "]";
    }
}
