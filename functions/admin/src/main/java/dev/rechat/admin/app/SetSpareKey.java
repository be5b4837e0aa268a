package dev.rechat.admin.app;

import dev.rechat.web.request.StrictRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Another key of the same app. */
@StrictRequest
record SetSpareKey(@NotBlank @Size(max = 500) String apiKey) {

    @Override
    public String toString() {
        return "SetSpareKey[]";
    }
}
