package dev.rechat.persistence.account;

import dev.rechat.kernel.account.KeyRules;
import dev.rechat.kernel.account.KeyStanding;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.account.Scope;
import dev.rechat.kernel.account.Standing;
import dev.rechat.kernel.id.ApiKeyId;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.apikey.ApiKey;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A {@link KeyStanding} as the query of a key reads it. */
@Introspected
record KeyStandingRow(
        @IdColumn ApiKeyId id,
        String secretHash,
        String scopes,
        @TypeDef(type = DataType.BOOLEAN) boolean trusted,
        @Nullable String apps,
        @Nullable Integer requestsPerMinute,
        @IdColumn UserId userId,
        Role role,
        @TypeDef(type = DataType.BOOLEAN) boolean emailUnverified,
        @TypeDef(type = DataType.BOOLEAN) boolean secondFactorMissing) {

    KeyStanding standing() {
        List<AppId> only = ApiKey.apps(apps);
        return new KeyStanding(
                id,
                secretHash,
                Arrays.stream(scopes.split(","))
                        .filter(name -> !name.isBlank())
                        .map(name -> Scope.valueOf(name.strip().toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toUnmodifiableSet()),
                new KeyRules(trusted, only == null ? null : Set.copyOf(only), requestsPerMinute),
                new Standing(userId, role, emailUnverified, secondFactorMissing));
    }

    @Override
    public String toString() {
        return "KeyStandingRow[id=" + id + "]";
    }
}
