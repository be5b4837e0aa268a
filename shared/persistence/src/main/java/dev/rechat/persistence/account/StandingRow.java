package dev.rechat.persistence.account;

import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.account.Standing;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

/** A {@link Standing} as the query of a session reads it. */
@Introspected
record StandingRow(
        @IdColumn UserId userId,
        Role role,
        @TypeDef(type = DataType.BOOLEAN) boolean emailUnverified,
        @TypeDef(type = DataType.BOOLEAN) boolean secondFactorMissing) {

    Standing standing() {
        return new Standing(userId, role, emailUnverified, secondFactorMissing);
    }
}
