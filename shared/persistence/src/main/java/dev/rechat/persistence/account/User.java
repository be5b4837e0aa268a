package dev.rechat.persistence.account;

import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * An account.
 *
 * @param email normalised: trimmed and in lower case
 * @param passwordHash the encoded hash, never a password
 * @param language a BCP 47 tag
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
        Instant createdAt,
        Instant updatedAt) {

    @Override
    public String toString() {
        return "User[id=" + id + ", role=" + role + ", active=" + active + "]";
    }
}
