package dev.rechat.auth.account;

import dev.rechat.accounts.profile.EmailAddress;
import dev.rechat.web.request.StrictRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says to prove who they are.
 *
 * @param totp a code of the authenticator app or a recovery code, where the account has a second factor
 */
@StrictRequest
public record SignIn(
        @NotBlank @Size(max = EmailAddress.MAX_LENGTH) String email,
        @NotNull @Size(max = 200) String password,
        @Nullable @Size(max = 64) String totp) {

    @Override
    public String toString() {
        return "SignIn[]";
    }
}
