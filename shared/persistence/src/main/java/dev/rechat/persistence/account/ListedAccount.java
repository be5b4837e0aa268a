package dev.rechat.persistence.account;

import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account as administrators see it: without any secret.
 *
 * @param lastSeenAt when a session of it began or was last renewed; null for somebody who never signed in
 */
@Introspected
public record ListedAccount(
        @IdColumn UserId id,
        String email,
        String displayName,
        Role role,
        @TypeDef(type = DataType.BOOLEAN) boolean active,
        String language,
        @TypeDef(type = DataType.BOOLEAN) boolean emailVerified,
        @TypeDef(type = DataType.BOOLEAN) boolean totpEnabled,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant lastSeenAt) {

    @Override
    public String toString() {
        return "ListedAccount[id=" + id + ", role=" + role + ", active=" + active + "]";
    }
}
