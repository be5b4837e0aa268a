package dev.rechat.auth.verify;

import dev.rechat.web.request.StrictRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The token of a link that was sent to an address. */
@StrictRequest
record VerifyEmail(@NotBlank @Size(max = 200) String token) {

    @Override
    public String toString() {
        return "VerifyEmail[]";
    }
}
