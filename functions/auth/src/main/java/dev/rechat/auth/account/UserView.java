package dev.rechat.auth.account;

import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.UserId;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;

/**
 * An account as its owner sees it.
 *
 * @param permissions what whoever asks may do now: less than the role allows while something is in the way
 */
@Serdeable(naming = SnakeCaseStrategy.class)
public record UserView(
        UserId id,
        String email,
        String displayName,
        Role role,
        String language,
        Instant createdAt,
        boolean emailVerified,
        boolean totpEnabled,
        List<String> permissions) {

    @Override
    public String toString() {
        return "UserView[id=" + id + "]";
    }
}
