package dev.rechat.auth.reset;

import dev.rechat.accounts.profile.EmailAddress;
import dev.rechat.web.request.StrictRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Whose password is forgotten. */
@StrictRequest
record ForgotPassword(
        @NotBlank @Size(max = EmailAddress.MAX_LENGTH) String email) {

    @Override
    public String toString() {
        return "ForgotPassword[]";
    }
}
