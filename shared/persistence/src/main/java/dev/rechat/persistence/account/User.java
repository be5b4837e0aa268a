package dev.rechat.persistence.account;

import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account.
 *
 * @param email normalised: trimmed and in lower case
 * @param passwordHash the encoded hash, never a password
 * @param language a BCP 47 tag
 * @param emailVerifiedAt when its owner showed that the address is theirs; null when they did not yet
 */
@MappedEntity("users")
public record User(
        @Id @IdColumn UserId id,
        String email,
        String passwordHash,
        String displayName,
        Role role,
        boolean active,
        String language,
        @Nullable Instant emailVerifiedAt,
        Instant createdAt,
        Instant updatedAt) {

    @Override
    public String toString() {
        return "User[id=" + id + ", role=" + role + ", active=" + active + "]";
    }
}
