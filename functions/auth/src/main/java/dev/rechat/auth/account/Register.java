package dev.rechat.auth.account;

import dev.rechat.accounts.password.PasswordPolicy;
import dev.rechat.accounts.profile.EmailAddress;
import dev.rechat.accounts.profile.ProfileRules;
import dev.rechat.web.request.StrictRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A new account.
 *
 * @param password as {@link PasswordPolicy} wants it
 * @param displayName the part of the address before the at sign when left out
 * @param language a BCP 47 tag; English when left out
 */
@StrictRequest
public record Register(
        @NotBlank @Size(max = EmailAddress.MAX_LENGTH) String email,
        @NotNull @Size(max = PasswordPolicy.MAX_LENGTH) String password,

        @Nullable @Size(min = 1, max = ProfileRules.MAX_NAME) @Pattern(regexp = ProfileRules.NAME)
        String displayName,

        @Nullable @Size(max = ProfileRules.MAX_LANGUAGE) @Pattern(regexp = ProfileRules.LANGUAGE)
        String language) {

    @Override
    public String toString() {
        return "Register[]";
    }
}
