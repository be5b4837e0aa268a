package dev.rechat.auth.key;

import dev.rechat.accounts.password.PasswordPolicy;
import dev.rechat.kernel.account.Scope;
import dev.rechat.kernel.id.AppId;
import dev.rechat.web.request.StrictRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key to be made.
 *
 * @param name what its owner knows it by
 * @param expiresAt it works for ever when left out
 * @param trusted acts for whom its requests name; for administrators
 * @param apps the only ones that it reaches; all of its owner's when left out
 * @param requestsPerMinute any number when left out
 * @param password of the account: a key outlives the session that makes it, and whoever has stolen one is to get no more
 * @param totp a code of the authenticator app or a recovery code, where the account has a second factor
 */
@StrictRequest
record CreateKey(
        @NotBlank @Size(max = 100) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String name,

        @NotEmpty @Size(max = 10) List<@NotNull Scope> scopes,
        @Nullable Instant expiresAt,
        @Nullable Boolean trusted,
        @Nullable @Size(min = 1, max = 100) List<@NotNull AppId> apps,
        @Nullable @Min(1) @Max(100_000) Integer requestsPerMinute,
        @NotNull @Size(max = PasswordPolicy.MAX_LENGTH) String password,
        @Nullable @Size(max = 64) String totp) {

    boolean wishesTrust() {
        return Boolean.TRUE.equals(trusted);
    }

    @Override
    public String toString() {
        return "CreateKey[name=" + name + ", scopes=" + scopes + "]";
    }
}
