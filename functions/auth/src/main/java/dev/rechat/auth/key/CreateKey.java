package dev.rechat.auth.key;

import dev.rechat.accounts.password.PasswordPolicy;
import dev.rechat.kernel.account.Scope;
import dev.rechat.web.request.StrictRequest;
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
 * @param password of the account: a key outlives the session that makes it, and whoever has stolen one is to get no more
 * @param totp a code of the authenticator app or a recovery code, where the account has a second factor
 */
@StrictRequest
record CreateKey(
        @NotBlank @Size(max = 100) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String name,

        @NotEmpty @Size(max = 10) List<@NotNull Scope> scopes,
        @Nullable Instant expiresAt,
        @NotNull @Size(max = PasswordPolicy.MAX_LENGTH) String password,
        @Nullable @Size(max = 64) String totp) {

    @Override
    public String toString() {
        return "CreateKey[name=" + name + ", scopes=" + scopes + "]";
    }
}
