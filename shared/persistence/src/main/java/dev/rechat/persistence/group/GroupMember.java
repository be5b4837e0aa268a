package dev.rechat.persistence.group;

import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;

/** Somebody who is in a group. */
@Introspected
public record GroupMember(
        @IdColumn UserId id,
        String email,
        String displayName,
        Role role,
        @TypeDef(type = DataType.BOOLEAN) boolean active,
        Instant addedAt) {

    @Override
    public String toString() {
        return "GroupMember[id=" + id + "]";
    }
}
