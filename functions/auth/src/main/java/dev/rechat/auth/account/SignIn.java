package dev.rechat.auth.account;

import dev.rechat.web.request.StrictRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What somebody says to prove who they are. */
@StrictRequest
public record SignIn(
        @NotBlank @Size(max = EmailAddress.MAX_LENGTH) String email,
        @NotNull @Size(max = 200) String password) {

    @Override
    public String toString() {
        return "SignIn[]";
    }
}
