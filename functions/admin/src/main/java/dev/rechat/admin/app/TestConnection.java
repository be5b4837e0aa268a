package dev.rechat.admin.app;

import dev.rechat.web.request.StrictRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A connection to try. */
@StrictRequest
record TestConnection(
        @NotBlank @Size(max = 500) String baseUrl,
        @NotBlank @Size(max = 500) String apiKey) {

    @Override
    public String toString() {
        return "TestConnection[]";
    }
}
