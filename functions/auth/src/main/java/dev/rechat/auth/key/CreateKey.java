package dev.rechat.auth.key;

import dev.rechat.kernel.account.Scope;
import dev.rechat.web.request.StrictRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key to be made.
 *
 * @param name what its owner knows it by
 * @param expiresAt it works for ever when left out
 */
@StrictRequest
record CreateKey(
        @NotBlank @Size(max = 100) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String name,

        @NotEmpty @Size(max = 10) List<@NotNull Scope> scopes,
        @Nullable Instant expiresAt) {}
