package dev.rechat.auth.account;

import dev.rechat.web.request.StrictRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What proves that it is the owner who wants the account gone.
 *
 * @param totp a code of the authenticator app or a recovery code, where the account has a second factor
 */
@StrictRequest
public record DeleteAccount(
        @NotNull @Size(max = 200) String password,
        @Nullable @Size(max = 64) String totp) {

    @Override
    public String toString() {
        return "DeleteAccount[]";
    }
}
