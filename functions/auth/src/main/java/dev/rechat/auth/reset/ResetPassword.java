package dev.rechat.auth.reset;

import dev.rechat.accounts.password.PasswordPolicy;
import dev.rechat.web.request.StrictRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A new password for whom a link was made.
 *
 * @param newPassword as {@link PasswordPolicy} wants it
 */
@StrictRequest
record ResetPassword(
        @NotBlank @Size(max = 200) String token,
        @NotNull @Size(max = PasswordPolicy.MAX_LENGTH) String newPassword) {

    @Override
    public String toString() {
        return "ResetPassword[]";
    }
}
