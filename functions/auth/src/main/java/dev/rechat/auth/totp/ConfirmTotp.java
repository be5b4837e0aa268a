package dev.rechat.auth.totp;

import dev.rechat.web.request.StrictRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The first code of an authenticator app. */
@StrictRequest
record ConfirmTotp(@NotBlank @Size(max = 64) String code) {

    @Override
    public String toString() {
        return "ConfirmTotp[]";
    }
}
