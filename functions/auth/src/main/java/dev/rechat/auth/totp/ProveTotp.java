package dev.rechat.auth.totp;

import dev.rechat.web.request.StrictRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Both factors, for changing the second.
 *
 * @param code of the authenticator app, or a recovery code
 */
@StrictRequest
record ProveTotp(
        @NotNull @Size(max = 200) String password,
        @NotBlank @Size(max = 64) String code) {

    @Override
    public String toString() {
        return "ProveTotp[]";
    }
}
