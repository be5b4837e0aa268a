package dev.rechat.auth.account;

import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.User;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;

/** An account as its owner sees it. */
@Serdeable(naming = SnakeCaseStrategy.class)
public record UserView(UserId id, String email, String displayName, Role role, String language, Instant createdAt) {

    static UserView of(User user) {
        return new UserView(
                user.id(), user.email(), user.displayName(), user.role(), user.language(), user.createdAt());
    }

    @Override
    public String toString() {
        return "UserView[id=" + id + "]";
    }
}
