package dev.rechat.auth.key;

import dev.rechat.kernel.account.Scope;
import dev.rechat.kernel.id.ApiKeyId;
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
        Instant createdAt,
        @Nullable Instant expiresAt) {

    static NewKeyView of(NewKey made) {
        KeyView view = KeyView.of(made.stored());
        return new NewKeyView(
                view.id(),
                view.name(),
                view.identifier(),
                made.secret().text(),
                view.scopes(),
                view.createdAt(),
                view.expiresAt());
    }

    @Override
    public String toString() {
        return "NewKeyView[id=" + id + "]";
    }
}
