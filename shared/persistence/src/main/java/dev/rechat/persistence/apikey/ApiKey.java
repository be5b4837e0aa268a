package dev.rechat.persistence.apikey;

import dev.rechat.kernel.account.KeyRules;
import dev.rechat.kernel.account.Scope;
import dev.rechat.kernel.id.ApiKeyId;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A key that a program uses in the name of an account.
 *
 * @param identifier the visible part of the key
 * @param secretHash SHA-256 of the other part in hexadecimal; the secret itself is known to its holder alone
 * @param scopes as {@link #written} writes them
 * @param trusted acts for whom its requests name, while its owner is an administrator
 * @param apps the only ones that it reaches, as {@link #writtenApps} writes them; null for all
 * @param requestsPerMinute null for any number
 * @param lastUsedAt to the minute or so
 * @param revokedAt from then on it is no key any more
 */
@MappedEntity("api_keys")
public record ApiKey(
        @Id @IdColumn ApiKeyId id,
        @IdColumn UserId userId,
        String identifier,
        String secretHash,
        String name,
        String scopes,
        boolean trusted,
        @Nullable String apps,
        @Nullable Integer requestsPerMinute,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    /** Scopes as the column has them: in lower case, in order, with commas, each once. */
    public static String written(Collection<Scope> scopes) {
        return scopes.stream()
                .sorted()
                .distinct()
                .map(scope -> scope.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
    }

    /** Apps as the column has them: ids with commas, each once. @return null for null, which is all */
    public static @Nullable String writtenApps(@Nullable List<AppId> apps) {
        return apps == null
                ? null
                : apps.stream().distinct().map(AppId::toString).collect(Collectors.joining(","));
    }

    /** What {@link #writtenApps} has written. */
    public static @Nullable List<AppId> apps(@Nullable String written) {
        return written == null
                ? null
                : Arrays.stream(written.split(",")).map(AppId::of).toList();
    }

    /** What it may do beside its scopes. */
    public KeyRules rules() {
        List<AppId> only = apps(apps);
        return new KeyRules(trusted, only == null ? null : Set.copyOf(only), requestsPerMinute);
    }

    public List<Scope> scopeList() {
        return Arrays.stream(scopes.split(","))
                .map(name -> Scope.valueOf(name.toUpperCase(Locale.ROOT)))
                .toList();
    }

    @Override
    public String toString() {
        return "ApiKey[id=" + id + ", userId=" + userId + "]";
    }
}
