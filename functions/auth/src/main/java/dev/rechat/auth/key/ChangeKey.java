package dev.rechat.auth.key;

import dev.rechat.accounts.password.PasswordPolicy;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.AppId;
import dev.rechat.persistence.apikey.ApiKey;
import dev.rechat.web.json.StrictBoolean;
import dev.rechat.web.request.StrictRequest;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to change about a key; what is absent or null stays. What would let it do anything is said by name, so that nothing is
 * given away by leaving something out.
 *
 * @param trusted acts for whom its requests name; true for administrators only
 * @param apps take the place of those before
 * @param lift rules that bind it no more
 * @param password of the account; needed where the key is to do more than before
 * @param totp a code of the authenticator app or a recovery code, where a password is given and the account has a second factor
 */
@StrictRequest
record ChangeKey(
        @Nullable @Size(min = 1, max = 100) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String name,

        @Nullable @Serdeable.Deserializable(using = StrictBoolean.class)
        Boolean trusted,

        @Nullable @Size(min = 1, max = 100) List<@NotNull AppId> apps,
        @Nullable @Min(1) @Max(100_000) Integer requestsPerMinute,
        @Nullable Instant expiresAt,
        @Nullable @Size(max = 3) List<@NotNull KeyRule> lift,
        @Nullable @Size(max = PasswordPolicy.MAX_LENGTH) String password,
        @Nullable @Size(max = 64) String totp) {

    ChangeKey {
        name = name == null ? null : name.strip();
    }

    boolean wishesTrust() {
        return Boolean.TRUE.equals(trusted);
    }

    private boolean lifts(KeyRule rule) {
        return lift != null && lift.contains(rule);
    }

    /** The key with what was given. @throws ValidationException when a rule is set and lifted at once */
    ApiKey apply(ApiKey key) {
        once("apps", apps, KeyRule.APPS);
        once("requests_per_minute", requestsPerMinute, KeyRule.REQUESTS_PER_MINUTE);
        once("expires_at", expiresAt, KeyRule.EXPIRES_AT);
        return new ApiKey(
                key.id(),
                key.userId(),
                key.identifier(),
                key.secretHash(),
                name == null ? key.name() : name,
                key.scopes(),
                trusted == null ? key.trusted() : trusted,
                lifts(KeyRule.APPS) ? null : apps == null ? key.apps() : ApiKey.writtenApps(apps),
                lifts(KeyRule.REQUESTS_PER_MINUTE)
                        ? null
                        : requestsPerMinute == null ? key.requestsPerMinute() : requestsPerMinute,
                key.createdAt(),
                lifts(KeyRule.EXPIRES_AT)
                        ? null
                        : expiresAt == null ? key.expiresAt() : expiresAt.truncatedTo(ChronoUnit.MILLIS),
                key.lastUsedAt(),
                key.revokedAt());
    }

    private void once(String field, @Nullable Object value, KeyRule rule) {
        if (value != null && lifts(rule)) {
            throw new ValidationException(field, "ambiguous", "cannot be set and lifted at once");
        }
    }

    @Override
    public String toString() {
        return "ChangeKey[name=" + name + ", trusted=" + trusted + ", lift=" + lift + "]";
    }
}
