package dev.rechat.auth.account;

import dev.rechat.web.request.StrictRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** One's password, and the one that is to take its place. */
@StrictRequest
public record ChangePassword(
        @NotNull @Size(max = 200) String currentPassword,
        @NotNull String newPassword) {

    @Override
    public String toString() {
        return "ChangePassword[]";
    }
}
