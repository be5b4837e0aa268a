package dev.rechat.auth.totp;

import dev.rechat.web.request.StrictRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Wishing for a second factor. */
@StrictRequest
record BeginTotp(@NotNull @Size(max = 200) String password) {

    @Override
    public String toString() {
        return "BeginTotp[]";
    }
}
