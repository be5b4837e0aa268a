package dev.rechat.auth.export;

import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.User;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The account itself. */
@Serdeable(naming = SnakeCaseStrategy.class)
record ExportedAccount(
        UserId id,
        String email,
        String displayName,
        Role role,
        String language,
        @Nullable Instant emailVerifiedAt,
        Instant createdAt,
        Instant updatedAt)
        implements ExportRecord {

    static ExportedAccount of(User user) {
        return new ExportedAccount(
                user.id(),
                user.email(),
                user.displayName(),
                user.role(),
                user.language(),
                user.emailVerifiedAt(),
                user.createdAt(),
                user.updatedAt());
    }

    /** What people own is never logged. */
    @Override
    public String toString() {
        return "ExportedAccount[]";
    }
}
